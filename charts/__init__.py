"""What a chart shows and how numbers read, for the screen and for print alike; draws nothing itself."""
