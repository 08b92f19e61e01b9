"""What channels cost, bring and pay back."""
