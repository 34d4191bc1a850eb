"""Read the spreadsheets that charities have and write those that finance staff open."""
