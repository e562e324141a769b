"""What is to be reviewed: values that contend, people who may be one."""
