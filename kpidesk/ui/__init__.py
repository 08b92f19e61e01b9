"""Windows, pages, dialogs and actions of KPI Desk (Qt)."""
