"""The projects that people contribute to."""
