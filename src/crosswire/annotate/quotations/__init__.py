"""What stands between quotation marks, and whether somebody says it."""
