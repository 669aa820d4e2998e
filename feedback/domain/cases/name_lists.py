"""The words by which a person's name is known: families, words of address, and what looks alike.

Lists only: `person_names` says how they are used. Each word counts with all its marks or with none.
"""

from feedback.domain.names import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(words.replace("\n", "|").split("|") if "|" in words else words.split())


def _either(words: str) -> frozenset[str]:
    marked = _words(words)
    return marked | frozenset(map(fold, marked))


COMMON_FAMILIES = _either(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ ngô dương trịnh trương lương đinh"
)
"""Two words suffice after one of these: "Trần Lan"."""
RARE_FAMILIES = _either(
    "hồ lý đào đoàn vương mai cao lâm phùng tô hà tạ thái châu thạch quách lưu bạch chu kiều la "
    "lại mã mạc nghiêm nông phó tăng thân tống triệu từ vi giang khổng hứa giáp doãn diệp cù cung "
    "âu bế lò lường cầm đèo quàng tòng giàng vàng sùng thào hầu lầu điểu siu rơ ksor rơchăm y"
)
"""Three words are needed after one of these: many are other words too ("Hà Nội", "Lý do")."""
MIDDLES = _either(
    "văn thị hữu đức đình ngọc thanh xuân quang minh quốc công thu thùy bá duy hoàng kim mạnh "
    "như phước tấn thành thế trọng trung tuấn viết vĩnh"
)
"""In capitals a name is taken for one only with such a word in the middle."""

ADDRESSES = _words(
    "ông bà anh chị cô chú bác cụ dì dượng cậu mợ thím em cháu bạn thầy con vợ chồng mẹ cha bố má "
    "tên mr mrs ms miss ong chi"
)
"""Few without marks: "co", "ba", "con" are other words as well."""
ABBREVIATED = _words("mr mrs ms dr")
TITLES = _either(
    "cán bộ|nhân viên|công chức|viên chức|bảo vệ|công an|bác sĩ|giáo viên|thôn trưởng|trưởng thôn"
    "|tổ trưởng|chủ tịch|bí thư|đồng chí|giám đốc|trưởng phòng|phó phòng|tôi là|em là|tên là"
    "|họ tên|và tên"
)
PLACE_WORDS = _either("đường phố phường xã quận huyện trường thôn tỉnh") | _words(
    "tp ấp khóm làng xóm ngõ hẻm ngách cầu chợ viện khu lộ quảng ga sông núi đảo chùa đền lăng "
    "tiếng nước"
)
"""After one of these a name is a place's."""
NOT_NAMES = _words(
    "quầy phường xã huyện tỉnh quận phòng sở ủy uỷ ubnd hđnd bộ phận zalo facebook vneid telegram "
    "google cccd cmnd vnpt một cửa phó trưởng giám chủ tịch tổ viện kính gửi tôi và của là có "
    "không đã đang sẽ được bị ở tại cho với rất quá này kia ấy đó ơi thứ ngày sáng chiều số mã đơn "
    "xin cảm nhờ mong đề khi nếu nhưng thì mà rồi vì quay toi cua khong duoc neu nhung"
)
"""No name begins or goes on with one of these; without marks many of them are names."""
NOT_PAIRS = _either(
    "một cửa|tư pháp|địa chính|hộ tịch|công an|công chức|cán bộ|văn phòng|văn thư|hành chính"
    "|thanh tra|thanh niên|kế toán|tài chính|tiếp nhận|tiếp dân|bảo vệ|quản lý|nhân viên|lãnh đạo"
    "|hồ sơ|lý do|đoàn thanh|đoàn viên|nông nghiệp|nông thôn|cao đẳng|cao bằng|hà nội|hà giang"
    "|hà nam|hà tĩnh|hà đông|hà tiên|hồ chí|bác hồ|thái bình|thái nguyên|lâm đồng|an giang"
    "|bạch đằng|lai châu|lương thực|dương lịch|hoàng sa|trường sa|vũ trụ|bà rịa|bà nà|bà đen"
    "|bà triệu|bà điểm|bà trưng|cô tô|cô giang|chi lăng|anh sơn|anh văn|anh quốc|quốc gia|quốc hội"
    "|chính phủ|việt nam|mặt trận|hội đồng|phan anh"
)
"""Two words that are no name, though one of them alone might be."""
REMEMBERED = _either(
    "lê lợi|lê lai|lê duẩn|lê thánh tông|lê hồng phong|lê quý đôn|lê hoàn|trần phú|trần hưng đạo"
    "|trần quang khải|trần nhân tông|nguyễn huệ|nguyễn trãi|nguyễn du|nguyễn thị minh khai"
    "|nguyễn văn cừ|nguyễn văn linh|nguyễn chí thanh|nguyễn tất thành|nguyễn đình chiểu"
    "|nguyễn công trứ|nguyễn bỉnh khiêm|ngô quyền|ngô gia tự|phan đình phùng|phan chu trinh"
    "|phan châu trinh|phan bội châu|phạm ngũ lão|phạm văn đồng|võ thị sáu|võ nguyên giáp"
    "|võ văn kiệt|hoàng diệu|hoàng văn thụ|hoàng hoa thám|bùi thị xuân|đinh tiên hoàng"
    "|lý thường kiệt|lý thái tổ|lý tự trọng|hồ chí minh|hồ xuân hương|tôn đức thắng"
)
"""Names that streets bear."""
