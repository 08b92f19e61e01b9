"""The running application without a screen: one document, commands, jobs, results, settings."""
