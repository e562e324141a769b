"""What laptop, hub and headquarters share, and the server."""
