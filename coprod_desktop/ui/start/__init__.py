"""The first page: make a file, open one, or look round a made-up charity."""
