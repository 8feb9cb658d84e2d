"""What bodies do before anybody is harmed: training, inspections, oversight, money."""
