"""What is fast, how fast, against what: figures beside limits measured in the same run."""
