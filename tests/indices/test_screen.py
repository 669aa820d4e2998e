"""The screen for accusations: what goes to the inspector only, and what does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.screen import accuses

ACCUSING = """
Cán bộ đòi tiền bôi trơn
can bo doi tien boi tron
phải hối lộ mới xong
phai hoi lo moi xong
Anh ta vòi vĩnh
nhũng nhiễu dân
NHUNG NHIEU
đưa phong bì mới làm
dua phong bi moi lam
bắt tôi trả thêm tiền cà phê
xin ít tiền nước
tiền cafe 200k
lót tay cho cán bộ
gây khó dễ để lấy tiền
gay kho de cho nguoi dan
thu tiền không có biên lai
thu tiền không biên lai
thu lệ phí cao hơn quy định
hạch sách người dân
ngâm hồ sơ ba tháng
cố tình kéo dài thời gian
doạ nạt tôi
đe dọa người dân
bị cán bộ xúc phạm
phải qua cò mới được
tôi muốn tố cáo
tham nhũng vặt
cán bộ gợi ý bồi dưỡng
đoi tiên
bôi.trơn
b.ô.i t.r.ơ.n
they asked for a bribe
tea money
không đưa tiền thì không làm
ông ấy ôm tôi
no bop mong em
truong phong doi ngu voi toi moi ky
rủ em đi nhà nghỉ
can bo danh toi
goi y chuyen tinh duc
xin tí cà phê
kẹp tờ xanh vào hồ sơ
phải chi đẹp mới xong
vặt tiền dân
biếu cây thuốc
hối nộ
đòi 500
ổng kêu đưa 200
đóng 300k cho nhanh
ck cho chị Lan 500
phongbì
boitron
officer took cash
had to grease his palm
She hinted at a gift
""".strip().splitlines()

SPREAD = [
    "p h o n g b ì",
    "b ô i t r ơ n",
    "bôi\u200btrơn",
    "lót\ntay",
    "đưa\nphong\nbì",
    "L Ó T T A Y",
]

# Without marks some of these hold what accuses: `hơi lo` is `hối lộ`, `phòng bị` is `phong bì`.
PLAIN = """
Cảm ơn chị Hoa rất nhiệt tình
chờ lâu quá
Tôi hơi lo vì chờ lâu
phòng bị nóng, quạt hỏng
văn phòng bí thư ở đâu
nộp phí đúng quy định
lệ phí hơi cao
thiếu ghế ngồi, xin thêm ghế
thu tuc nhanh gon
cán bộ trả lời chưa rõ
nhà vệ sinh bẩn
máy lấy số hay hỏng
hồ sơ trễ hẹn hai ngày
cần thêm bảng hướng dẫn
good service, thank you
đăng ký kinh doanh nhà nghỉ, khách sạn chờ lâu
danh so thu tu khong dung
nhanh hon toi nghi
om dau van di lam giay to
nộp lệ phí 20.000 đồng rất nhanh
nộp hồ sơ online cho nhanh
cán bộ không lấy tiền
tôi nhận tiền trợ cấp 1.200.000 đồng rất nhanh
đóng tiền sử dụng đất 30 triệu nhanh gọn
giữ xe 5000 đồng
tốn 200.000 tiền xe đi lại
ông ấy làm luật sư
bồn hoa hồng đẹp
The fee was 20,000 VND, quick
có trà nước cho bà con
A B C D đều chờ lâu
""".strip().splitlines()


@pytest.mark.parametrize("text", ACCUSING)
def test_an_accusation_is_kept_from_those_accused(text: str) -> None:
    """Each of these goes to the inspector, in NFC, in NFD and shouted."""
    assert accuses(text)
    assert accuses(unicodedata.normalize("NFD", text))
    assert accuses(text.upper())


@pytest.mark.parametrize("text", PLAIN)
def test_praise_and_plain_criticism_pass(text: str) -> None:
    """A screen that stops everything would leave supervisors nothing to learn from."""
    assert not accuses(text)


@pytest.mark.parametrize("text", ["bôi\u200b trơn", "hối\u202e lộ", "ho\u0302\u0301i lộ\x00"])
def test_invisible_characters_hide_nothing(text: str) -> None:
    """Zero-width, bidi and control characters are looked through."""
    assert accuses(text)


@pytest.mark.parametrize("text", SPREAD)
def test_words_spread_or_run_together_hide_nothing(text: str) -> None:
    """Letters apart, lines between, nothing visible between: it is read as it was meant."""
    assert accuses(text)
    assert accuses(unicodedata.normalize("NFD", text))


@given(st.text(max_size=300), st.sampled_from(ACCUSING))
def test_an_accusation_is_found_amid_anything(noise: str, accusation: str) -> None:
    """Whatever stands on the lines around it, the accusation is found."""
    assert accuses(f"{noise}\n{accusation}\n{noise}")


@given(st.text(max_size=2000))
def test_any_text_is_judged(text: str) -> None:
    """Hostile text is judged like any other, without an error."""
    assert accuses(text) in (True, False)
