"""Files for others: tables, workbooks and decks written from figures, without Qt."""
