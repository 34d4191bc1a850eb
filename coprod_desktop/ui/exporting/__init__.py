"""Any list goes out of the window: as a workbook, as a CSV, or on paper."""
