"""The phrases by which an accusation of misconduct is known, in the notation of `spotting`.

Nothing here says that an accusation is true; a phrase too many costs an inspector a glance.
"""

from feedback.domain.spotting import SUM

_GIFT = f"(tiền|quà|phong bì|lì xì|{SUM})"
_STAFF = "(cán bộ|nhân viên|công chức|anh ta|ông ấy|bà ấy|cô ấy|anh ấy|chị ấy|họ|hắn|nó)"
_THEM = "(chị|anh|ông|bà|cô|chú|họ|hắn|nó|cán bộ|sếp|lãnh đạo)"
_US = "(tôi|tui|em|dân|bà con|người)"
_WORKS = "(làm|mần|ký|chạy|xong|nhận|chịu|cho|nói|giải|xử|cấp|in|trả|vui|được việc|nhiệt|nhanh)"

_TARIFF = "(quy định|biểu phí|mức phí|niêm yết|bảng giá)"

MONEY = f"""
bôi trơn|lót tay|lo lót|đút lót|đút tiền|tiền đút|đưa tiền|dúi tiền|kẹp tiền|nhét tiền
hối lộ|đưa hối|nhận hối|phong bì|phong bao|bì thư có tiền|chung chi|chung tiền|làm luật
ăn tiền|ăn bớt|ăn chặn|ăn xén|ăn hối|ăn của dân|bớt xén|cắt xén|bỏ túi|mua chuộc|làm tiền
tiền trà|tiền nước|tiền cà phê|tiền cafê|tiền cà fê|tiền chè|tiền bồi dưỡng|tiền lót|tiền luật
tiền bôi|tiền riêng|tiền ngoài|tiền đen|tiền cảm ơn|tiền ơn|tiền quà|tiền mãi lộ|tiền chạy
chạy tiền|chạy chọt|chạy hồ sơ|chạy giấy|phí ngoài|chi phí ngoài|lệ phí ngoài
tài khoản (riêng|cá nhân)|chuyển khoản (riêng|cho (cán bộ|anh|chị))
(tiền|chút|{SUM}|cho anh em|cho họ|cho cán bộ) _(uống nước|uống trà|uống cà phê|trà nước|nhậu)
(đòi|vòi|xin|gợi ý) _(phí|bồi dưỡng|chung chi|thêm tiền|{_GIFT})|moi tiền
(ép|bắt|buộc) \\S+ _(phí|bồi dưỡng|chung chi|{_GIFT})
(đòi|vòi) (dân|hỏi|thêm)|vòi vĩnh|xin đểu|ám chỉ _tiền|muốn có tiền
(kêu|bảo|biểu|nói|yêu cầu|gợi ý) _(đưa|chi|chung|lót|kẹp|bỏ|chuyển|lo|biếu) _{_GIFT}
(đưa|chi|chung|kẹp|lót|đút|cúng|biếu|dúi|gửi|nhét|bỏ|tốn) _{_GIFT} _(mới|là|thì|vào|vô)
(đưa|kẹp|bỏ|nhét|gửi|dúi|chung|lót|chi) _\\d+ (thì|vào|vô|là|mới)
(phải|muốn|cứ|bị) _(chi|chung|cúng|lót|biếu|kẹp|đút|chặt|chém|vòi|ăn) _{_GIFT}
phải (có |chi |chung |đưa |biếu )(tiền|quà|phong bì)|phải (chi|đưa|biếu|chung) thêm
{_GIFT} _mới {_WORKS}|biếu _mới {_WORKS}|có quà
(chung|cúng|biếu|lót|đút) cho _{_GIFT}|lót {SUM}
(lấy|cầm|ăn|chặt|chém) _của {_US} _{_GIFT}|(lấy|cầm|ăn) {_GIFT} (của|rồi|mới|dân)
nhận {_GIFT} (của {_US}|rồi|mới)|{_STAFF} (nhận|cầm|lấy) {_GIFT}
(chặt|chém|thịt) {SUM}|chặt chém|cắt cổ|cảm ơn {SUM}
gợi ý (bồi|cảm ơn|quà|chi|đưa|riêng)|bồi dưỡng (cho|thêm|cán bộ|anh|chị|họ|mới)
(phải|không) biết điều|có chút (gì|quà|lòng|tiền)|lì xì (mới|thì|cho cán bộ)
muốn (nhanh|sớm|xong|được việc) _(phải|thì) (chi|biết|thêm|lót|đưa|gửi|lo|có (tiền|quà|phong|chút))
muốn _trong ngày _(gửi|đưa|thêm|chi)
(nộp|đưa|chi|trả|thu|gửi|biếu|lấy) _(ngoài quy định|ngoài luồng|chui|riêng cho|dưới gầm)
(thu|lấy|đòi|nộp|trả|đóng) _(sai|cao hơn|quá|hơn|trái) _{_TARIFF}
thu _{SUM} _trong khi|thu _(mà|so với) (giá )?quy định|(thu|đưa) thêm _{_GIFT}|thu (khống|lố)
nộp lại _(nửa|cho thôn|cho cán bộ)|nộp {SUM} cho (cò|anh|chị|ông|bà|cán bộ)
không (có |đưa |xuất |viết |ghi |cho |kèm )?(vào )?(biên lai|hóa đơn|hoá đơn|phiếu thu)
không (đưa|có|chi|chung|biếu) (tiền|phong bì|quà|gì) (thì|là|nên|sẽ|không|khỏi|đừng)
không tiền (thì|là|không|khỏi|đừng)
!nhậu|mời _(!nhậu|đi ăn|cà phê)|chuyển khoản cho _(vợ|chồng|con|anh|chị|cán bộ)
(giữ|bớt|trừ|ém|nuốt) (lại )?_{_GIFT}|phải !chạy _(mới|thì)
!quà (cho|cáp|biếu|cảm|mới)|bì thư (cho|của|dày)|một khoản|(giữ lại|trừ|cắt) \\d+ phần trăm
phải nhờ (vả|người|ai|cò)|cửa sau|vẽ ra (thủ tục|giấy)
dân phải nhờ|một đằng _một nẻo|bán thuốc ngoài
lo liệu đi|phí tự nguyện|đòi (ăn|chia|phần|nhậu)
đồng ra đồng vào|đầu tiên là tiền|lại quả|hoa hồng|quà cáp|lo trọn gói|làm nhanh giá|quen bên trong
(bắt|ép|phải|không) (đóng|nộp|góp) _(quỹ|ủng hộ|tự nguyện)|gấp _niêm yết
"""

SLANG = f"""
bôi chơn|hối nộ|những nhiễu|nhũng nhĩu|những nhĩu|hoạnh họe|hoạnh hoẹ|lót tai|p bì|pbì|ăn chia
vòi vỉnh|vòi vỉn|vòi dĩnh|dòi tiền|đòi tiển|đòi bạc|đòi money|ăn bẩn|ăn dơ|!đi !đêm (với|để)
phongbì|bôitrơn|lóttay|hốilộ|vòivĩnh|chungchi|làmluật|đútlót|đòitiền|vòitiền|ăntiền|đưatiền
nhũngnhiễu|sáchnhiễu|thamnhũng|hạchsách
xin (tí|chút|ít|miếng) _(cà phê|cafê|cf|bia|nhậu)|(đòi|vòi|xin) \\d\\d\\d+
(kêu|bảo|biểu|nói|yêu cầu|gợi ý) _(đưa|chi|chung|lót|kẹp|bỏ|chuyển|biếu) _\\d\\d\\d+
chi đẹp|(bo|boa|tip|típ) cho (cán bộ|nhân viên|công chức|sếp)|tiền tươi|tiền bia|tiền nhậu
tờ (xanh|polime|polymer|polyme)|(gói|bao|cây|tút) thuốc _(cho|biếu)|thuốc nước cho
(cho|mời) _(tí|chút|chầu|vài) bia|chai rượu|két bia|thùng bia|trà nước cho (cán bộ|anh|chị|sếp|họ)
biếu (xén|rượu|thuốc|quà|sếp|lãnh đạo)|biếu cây|quà tết cho
(gửi|đi|mừng) quà _(lãnh đạo|sếp|cán bộ)
có lời (thì|mới)|(bảo|bắt|đòi|xin|ép|phải) bồi dưỡng|phết phẩy|(ăn|lấy|chia) phần trăm
vặt (tiền|dân|của)|móc túi|bóp cổ dân|xà xẻo|(gặm|đớp|xơi|nuốt) _(tiền|của dân)|ngửa tay|!chìa tay
cửa hậu|có tiền (là|thì (tao|mới|nó|họ))|(cà phê|cafê|cafe) thuốc nước
tiền trao cháo múc|phải quen (mới|thì)|bắt tay với (cò|bên)
thêm tiền (cho nhanh|để|thì|mới)|(làm|lấy|muốn) nhanh (thì|phải|là) (thêm|tiền)
phí làm nhanh|(đóng|nộp|trả|chi) {_GIFT} _(để|cho) (làm )?nhanh|hét giá|cống nạp|cống nộp|nộp tô
(ck|bank|momo|zalopay) (riêng|cho {_THEM})|cúng cô hồn|mãi lộ|(đóng|thu|nộp) !phế|xin lộc|lộc lá
có (gì|quà) cho (em|anh|chị|cán bộ) (không|chưa|chứ)|kêu (lót|chung)
(!đánh|!tát|!đấm) {_US}|bóp cổ {_US}|xin _(zalo|fb|facebook) (của )?(con|em gái|vợ)
grease|greased|greasing|facilitation (fee|payment)|took (the |my |our )?(cash|money|bribe)
(requested|requests|hinted|hints) _(money|cash|gift|tip|{SUM})|asked for something in return
"""
"""Slang, misspellings and words written together."""

HANDED = f"""
{SUM}
(đưa|gửi|dúi|lấy|thu|cầm|chuyển|nhận|chung|trả) (tiền|{SUM})|cho tiền
(đưa|gửi|dúi|chuyển|chung|biếu) _{_THEM} _(tiền|{SUM}|\\d\\d\\d+)|(thu|lấy) _(hộ|người) {SUM}
"""
"""A sum is named or money changes hands; it accuses unless `LAWFUL` says what for."""

POWER = f"""
(ngoài|sai|trái|không đúng|không có trong|vượt) quy định|(lấy|giữ lại|ăn) _của (dân|bà con)
gợi ý _(thuê|nhờ|qua|mua|công ty)|(công ty|chỗ|tiệm|dịch vụ) (người )?quen của
(cho|đưa) _(em vợ|em ruột|cháu ruột|con ruột|anh em|người thân|họ hàng) _(vào|hưởng|nhận|danh sách)
nhũng nhiễu|nhũng nhiểu|sách nhiễu|sách nhiểu|hạch sách|hoạch sách|hạch hỏi
cửa quyền|hách dịch|hống hách|quan liêu|thách thức
tham nhũng|tham ô|tiêu cực|tống tiền|cưỡng đoạt|lừa đảo|bảo kê|móc nối|cấu kết|câu kết|bao che
lợi dụng chức|lạm dụng chức|lạm quyền|tư lợi|trục lợi|vụ lợi|bóp nặn|ô dù|sân sau
biển thủ|chiếm dụng|chiếm đoạt|làm giả|(ký|khai|kê|lập) khống|giả (mạo )?chữ ký|giấy trắng
(bán|lấn|chiếm|cấp|bao) _đất công|(ép|bắt) ({_US} )?ký
(lộ|tiết lộ|bán|rò rỉ) thông tin|lấy (sđt|sdt|số điện thoại) _hồ sơ
(gây|làm) khó (để|dễ|cho|đủ|mình|{_US})|bị làm khó|gây khó khăn|gây phiền hà
hành dân|hành là chính|hành hạ|hành (tôi|tui)|làm tình làm tội|trù úm|trù ẻo
cố (tình|ý) _(kéo dài|làm khó|gây|treo|ngâm|dây dưa|trì hoãn|không|làm sai|soi|bắt|hành|từ chối)
!cố (tình|ý)|không quen biết|(nhờ|có|là) người quen|gửi gắm
(ngâm|om|găm|giam|ém|treo|dìm) (hồ sơ|giấy)|hồ sơ _(om|ngâm|găm|giam|ém|dìm)
!cò (trong|ngoài|mồi|đất|giấy|hồ sơ|dịch vụ)|(qua|làm|nhờ|thuê|cho) !cò|qua trung gian
dịch vụ (bên )?ngoài|(nhờ|thuê) dịch vụ (làm|lo|họ|{SUM})|phải qua (ông|bà|anh|chị) _{SUM}
(ép|bắt|buộc) _mua|bắt photo (tại|ở)
ưu ái người|cho (họ hàng|con cháu|đệ tử)|thiên vị|người nhà cán bộ|cho người (nhà|quen)
(cho|ưu tiên|ưu ái) _người (quen|nhà)|con (ông|bà|cán bộ) _không cần
trả đũa|trù dập|trả thù|tố cáo|tố giác
"""

ABUSE = f"""
đe dọa|đe doạ|dọa nạt|doạ nạt|hăm dọa|hăm doạ|(dọa|doạ) (sẽ|không|dẫm|hủy|cho|{_US})
hành hung|xúc phạm|lăng mạ|chửi|quát (nạt|mắng|tháo|vào|thẳng)|nạt nộ|mắng (chửi|mỏ|{_US})
mày tao|(ném|quăng|vứt) _(hồ sơ|giấy|vào mặt)|say (rượu|xỉn)|đập bàn
quấy rối|sàm sỡ|gạ gẫm|gạ tình|sờ (soạng|tay|mó|đùi|mông)|nắm tay (con|vợ|{_US})
tán !tỉnh|nhắn tin (bậy|tán|gạ|làm quen|đêm|khuya)|xin số điện thoại (con|em|tôi|vợ)
ve vãn|thô tục|tục tĩu|dâm (ô|dục|đãng)|đụng chạm (vào|cơ thể|{_US})
(đánh|tát|đấm|bóp cổ) (tôi|tui|em|dân|bà con)|!đánh người|đánh đập|đấm đá
ôm ({_US}|eo|hôn|ấp)|hôn (má|môi|trộm)
vuốt (ve|má|tay|đùi|lưng|tóc)|(bóp|véo|vỗ|nhìn|ngó|liếc) _(ngực|vú|mông|đùi)
đụng (vào )?(ngực|vú|mông|đùi)|tình dục|khiêu dâm|hiếp dâm|cưỡng (hiếp|bức|dâm)|xâm hại
(đòi|ép|rủ|gạ|gợi ý|bắt|phải) _(ngủ|qua đêm) (với|cùng)
(đòi|ép|rủ|gạ|gợi ý|bắt|hẹn) _(đi|vào|tới|ra|đến) (nhà nghỉ|khách sạn)
"""

ENGLISH = f"""
bribe|bribes|bribery|bribing|corrupt|corruption|kickback|kickbacks|extort|extorted|extortion
envelope|envelopes|tea money|coffee money|under (the )?table|unofficial (fee|payment)
(bring|brought) _(present|gift|gifts|presents)
extra (fee|money|payment|cash)
(pay|paid|paying|give|gave) (\\S+ )?(something )?(extra|under)|no money no|without (a |any )?receipt
(ask|asked|asks|asking|demand|demanded|demands) _(money|cash|gift|tip|{SUM})
(said|told) _({SUM}|money|cash)|(put|slip|slipped|hand|handed) _(money|cash)|unless (you|we|i) pay
(give|gave|giving|pay|paid|paying) (\\S+ )?(cash|money)|(buy|bought) _(coffee|drinks|lunch|beer)
harass|harassed|harassing|harassment|threaten|threatened|threats|touched (my|me|her)
insulted|swore at|shouted at|yelled at|denounce|denounced|denouncing
"""

HARMLESS = f"""
(giữ|gửi|bãi) xe (là |hết |giá |mất )?{SUM}
xin (hỏi|phép|lỗi|được|cho|hướng dẫn|thông tin|hoàn|hỗ trợ|miễn|giảm|trợ cấp|nhận)
cho (tôi |em |mình )?hỏi|dịch vụ công|đổi tiền lẻ|đóng tiền nước
tiền điện (và )?tiền nước|tiền điện nước|tiền nước (sinh hoạt|máy|sạch|tháng|hàng tháng)
phong bì (đựng|hồ sơ|thư|bưu điện|gửi kết quả|chuyển phát)
làm luật sư|(vườn|bồn|chậu|cây|bó|trồng) hoa hồng|hoa hồng (trồng|trước|nở)
bồi dưỡng (thêm )?(nghiệp vụ|chuyên môn|kiến thức|kỹ năng)
"""
"""What reads alike and accuses nobody."""

_MONEY = f"(tiền|{SUM})"
_DUE = "(lệ phí|phí|thuế|phạt|trợ cấp|hỗ trợ|chế độ|lương|bảo hiểm)"
_COUNT = "(\\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|cả)"
_MANY = "(chục|trăm|nghìn|ngàn|triệu)"
_ABOUT = "(là |hết |tốn |mất |khoảng |hơn |gần |giá )?"
LAWFUL = f"""
(nhận|lãnh|lĩnh|đóng|nộp) tiền {_DUE} (\\S+ )?{SUM}|(tiền )?thuế đất {_ABOUT}{_MONEY}
(nộp|đóng|trả|thu|hết) {_MONEY} có (biên lai|hóa đơn|hoá đơn)
{_MONEY} (mặt|lẻ|thừa|thưởng|cọc|một lượt|{_DUE})
(lệ phí|giá) _{_MONEY}
({_DUE}|rút|hết|đủ|bao nhiêu|được) (\\S+ )?(\\S+ )?{_MONEY}
(quầy|máy|nơi|bàn|chỗ|bộ phận|kho bạc|nhân viên|cô) (thu|nhận|đổi) tiền|trả lại tiền
(một|1) (đồng|xu)|(xe ôm|taxi|grab|photo|phôtô|sao y|bưu điện|sử dụng đất) {_ABOUT}{_MONEY}
thừa kế {_ABOUT}{_MONEY}
(tốn|mất) {SUM} (tiền )?(xe|xăng|công|tàu|đi lại)|(mất|nghỉ) _công {SUM}
(fee|fees|charge|price|cost) (was|is|were|of|only)? ?{SUM}
({_DUE}|khoảng|tổng cộng|vốn|vay) (là |khoảng |hơn |gần |đến )?{_MONEY}
({_COUNT} )?{_MANY} (người|hộ|bộ|hồ sơ|lượt|mét|lần|dân|bản|trang|số|cây|tuổi|năm|phút|giờ|bước|đơn)
\\d+ 000 (người|hộ|bộ|hồ sơ|lượt|mét|lần|dân|bản|trang|số)
"""
"""What money at a desk is lawfully for."""

_HANDLING = "( tiếp| nhận| dân| công| giải| quyết| đơn| xử| lý)*"
_HANDLED = "( khiếu nại| tố cáo| tố giác| kiến nghị| phản ánh)+"
OFFICES = f"""
(quầy|phòng|bộ phận|ban|bàn|tổ|hòm thư|hộp thư|thùng thư|luật){_HANDLING}{_HANDLED}
"""
"""Where complaints are received: naming the place is not making one."""

DENIABLE = """
vòi vĩnh|đòi hỏi|đòi tiền|vòi tiền|nhũng nhiễu|sách nhiễu|hạch sách|hách dịch|cửa quyền|quan liêu
gây khó dễ|gây khó khăn|gây khó|làm khó dễ|làm khó|gây phiền hà|phiền hà|tiêu cực|tham nhũng
hối lộ|bôi trơn|lót tay|phong bì|nhận quà|nhận tiền|lấy tiền|cầm tiền
xúc phạm|quát nạt|quát tháo|chửi|nạt nộ
thiên vị|tố cáo|tố giác|bồi dưỡng|chung chi|chạy chọt
"""
"""What praise denies: "không vòi vĩnh, không gây khó dễ"."""

_NO = "(không|chẳng|chả|chưa)( phải| bị| hề| có| thấy| còn| gì| ai| từng| là| hiện tượng)*"
TWIST = "thì|là|mà|mới|nên|sẽ|xin|đừng|khỏi|không|chẳng|chưa|đưa|cho|để"
"""What, following a denial, makes it a condition: "không lót tay là không xong"."""


def denials(deniable: str) -> tuple[str, ...]:
    """Give the phrase for denials of listed phrases, several in a row included."""
    named = "|".join(deniable.strip().splitlines())
    denied = f"{_NO} ({named})( (và |hay |hoặc )?({named}))*"
    return (f"{denied}( {denied})*",)
