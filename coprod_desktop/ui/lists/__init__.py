"""What every long list can do: filters, views, flags, notes, columns of one's own, copying out."""
