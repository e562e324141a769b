"""How headquarters' tables grew, one numbered step after the other."""
