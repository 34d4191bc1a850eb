"""Set the papers that people keep, as tagged PDF and as accessible pages."""
