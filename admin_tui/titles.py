"""What the product and its figure are called. Light, for the first screen."""

PRODUCT = "HÀI LÒNG"
FIGURE = "Chỉ số hài lòng tại Bộ phận Một cửa"
