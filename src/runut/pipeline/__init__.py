"""The order of the stages, memo and resume."""
