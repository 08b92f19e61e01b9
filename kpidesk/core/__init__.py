"""Vocabulary of the whole house; standard library only."""
