"""The ways a batch can travel: HTTP today; a USB bundle and a simulated road keep the same protocol."""
