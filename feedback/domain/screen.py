"""Screens comments for accusations, so that they reach the inspector and not those accused.

It errs on the careful side, and never decides whether what it finds is true.
"""

import re
import unicodedata

_PHRASES = """
bôi trơn
lót tay|đút lót|đút tiền|đưa tiền|dúi tiền|kẹp tiền|nhét tiền
hối lộ|đưa hối|nhận hối
ăn tiền|ăn bớt|ăn chặn|ăn hối|ăn của dân
phong bì|phong bao|bì thư có tiền
tiền trà|tiền nước|tiền cà phê|tiền cafe|tiền cà fê|tiền chè|tiền bồi dưỡng|tiền lót|tiền luật
tiền bôi|tiền riêng|tiền ngoài|tiền đen|tiền cảm ơn|tiền ơn|tiền quà|tiền mãi lộ|tiền chạy
(đòi|vòi|xin|gợi ý|ép|bắt|buộc) _(tiền|phí|quà|bồi dưỡng|chung chi|thêm tiền)
gợi ý (bồi|cảm ơn|quà|chi|đưa|riêng)|bồi dưỡng (cho|thêm|cán bộ|anh|chị|họ|mới)
(nộp|đưa|chi|trả|thu|gửi|biếu|lấy) _(ngoài quy định|ngoài luồng|chui|riêng cho|dưới gầm)
(thu|lấy|đòi|nộp|trả|đóng) _(sai|cao hơn|quá|hơn|trái) _(quy định|biểu phí|mức phí|niêm yết)
(không|ko|k|chẳng) (có |đưa |xuất |viết |ghi |cho )?(biên lai|hóa đơn|hoá đơn|phiếu thu)
(không|ko|k|chưa) (đưa|có|chi|chung|biếu) (tiền|phong bì|quà) (thì|là|nên|sẽ)
phải (có |chi |chung |đưa |biếu )(tiền|quà|phong bì|thêm)
chung chi|chung tiền|làm luật|mua chuộc|chạy tiền|chạy chọt|chạy hồ sơ|chạy giấy
phí ngoài|chi phí ngoài|lệ phí ngoài
vòi vĩnh|vòi tiền|nhũng nhiễu|nhũng nhiểu|sách nhiễu|sách nhiểu|hạch sách|hoạch sách|hạch hỏi
tham nhũng|tham ô|tiêu cực|tống tiền|cưỡng đoạt|lừa đảo|bảo kê|móc nối|cấu kết|câu kết
lợi dụng chức|lạm dụng chức|lạm quyền|tư lợi|trục lợi|vụ lợi|làm tiền|bóp nặn|ô dù
(gây|làm) khó (để|dễ|cho)|gây khó khăn|gây phiền hà|hành dân|hành là chính
cố (tình|ý) _(kéo dài|làm khó|gây|treo|ngâm|dây dưa|trì hoãn|không)
(ngâm|om|găm|giam|ém|treo) (hồ sơ|giấy)
cò (trong|ngoài|mồi|đất|giấy|hồ sơ|dịch vụ)|(qua|làm|nhờ|thuê) cò|qua trung gian|dịch vụ ngoài
đe dọa|đe doạ|dọa nạt|doạ nạt|hành hung|xúc phạm|lăng mạ|quấy rối|sàm sỡ|gạ gẫm|sờ soạng
trả đũa|trù dập|trả thù|tố cáo|tố giác|ưu ái người|người nhà cán bộ|thiên vị
bribe|bribes|bribery|bribing|corrupt|corruption|kickback|kickbacks|extort|extorted|extortion
tea money|coffee money|under the table|unofficial (fee|payment)|extra (fee|money|payment)
harass|harassed|harassment|threaten|threatened|threats
"""

_MARKS = "\u0300-\u036f"
_BREAK = re.compile(rf"[^\w{_MARKS}]|_")


def accuses(text: str) -> bool:
    """Say whether a text may accuse someone of misconduct; when in doubt, yes.

    A typed word may leave marks out ("boi tron") but may not carry others: "hơi lo" is no
    "hối lộ". Case, punctuation and invisible characters do not matter.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    seen = plain if plain.isprintable() else "".join(filter(_seen, plain))
    spaced = f" {' '.join(_BREAK.sub(' ', seen).split())} "
    joined = f" {' '.join(filter(None, (_BREAK.sub('', word) for word in seen.split())))} "
    if _PATTERN.search(spaced):
        return True
    return joined != spaced and _PATTERN.search(joined) is not None


def _seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cf", "Cc")


def _pattern(phrase: str) -> str:
    decomposed = unicodedata.normalize("NFD", phrase)
    return "".join(_symbol(character) for character in decomposed)


def _symbol(character: str) -> str:
    if unicodedata.combining(character):
        return f"{character}?"
    return {"đ": "[đd]", "_": r"(?:\S+ ){0,4}?", "(": "(?:"}.get(character, character)


def _compiled() -> re.Pattern[str]:
    phrases = "|".join(_pattern(line) for line in _PHRASES.strip().splitlines())
    # Nothing but a space may follow the last letter: a further mark makes another word.
    return re.compile(rf" (?:{phrases}) ")


_PATTERN = _compiled()
