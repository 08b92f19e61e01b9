"""What a user can do, declared once: menus, shortcuts, buttons and the palette all read it."""
