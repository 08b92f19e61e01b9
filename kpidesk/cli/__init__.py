"""The command line: a second front end, without Qt."""
