"""Slip, flyer and pages: one drawing in millimetres for screen, PDF and printer. Knows no store and no line."""
