"""Carry out what the office does, one transaction for each verb."""
