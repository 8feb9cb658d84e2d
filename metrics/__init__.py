"""What is measured: one file a metric, grouped by stage of justice; populations; counting; estimating."""
