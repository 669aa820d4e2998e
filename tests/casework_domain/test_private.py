"""Personal data is found where people write it, and blacked out without touching the rest."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.cases.private import MARKERS, Span, find, redacted
from feedback.domain.cases.private_kinds import PrivateKind

# Each line: the text with what is private between « and », one kind a line.
PRIVATE = {
    PrivateKind.PHONE: """
gọi tôi số «0912345678» nhé
sđt «0912.345.678»
«+84 912 345 678»
«(84) 91-234-5678»
«0084912345678»
«０９１２ ３４５ ６７８»
số bàn «024 3825 1234» và «0203 3825 123»
zalo «0 9 1 2 3 4 5 6 7 8»
máy cũ «0168 123 4567»
sđt«0912345678»
điện thoại nhà: «38251234»
IMG_«0987654321».jpg
«09\u200b12345678»
""",
    PrivateKind.IDENTITY: """
cccd «001085012345»
CMND «012345678»
căn cước của tôi là «0010 8501 2345»
«001.085.012.345»
so dinh danh «079 190 001 234»
hộ chiếu «B1234567»
mã số thuế cá nhân «8012345678»
CCCD_«001085012345»_mat_truoc.jpg
bhyt «DN4010123456789»
""",
    PrivateKind.ACCOUNT: """
stk «1234567890» Vietcombank
số tài khoản: «0011 0041 2345 6»
chuyển vào «19036512345678» Techcombank
VCB: «0011004123456»
TK «102870123456» ngân hàng Công thương
so the «9704 3668 1234 5678»
momo «12345678901»
""",
    PrivateKind.LONG_NUMBER: """
theo dõi «1234 5678 9012 3456»
thẻ «4111-1111-1111-1111»
""",
    PrivateKind.PLATE: """
xe biển số «29A-123.45» đậu chắn cổng
«51F1-123.45»
«59X2 123.45»
«30 A 12345»
«80A-456.78»
«29-B1 123.45»
biển «43c1-12345»
xe «59x2 1234»
«51k-678.90» đậu sai
anh_«29A12345».png
""",
    PrivateKind.EMAIL: """
«lan.nguyen_88@gmail.com»
thư: «tuan+hs@xa-a.gov.vn».
«nguyen@công-ty.vn»
""",
    PrivateKind.NAME: """
ông «Nguyễn Văn A» và bà «Lan»
anh «Tuấn» ở quầy 3
chị «H». nhận tiền
cán bộ «Hoa» rất tốt
Tôi là «Phạm Hùng», ở thôn Đoài
tên là «Tuấn Anh»
Họ tên: «Lý Thị Mỷ»
«Trần Thị Bích Ngọc» nộp hồ sơ ngày 3/5
«Hồ Thị Kỷ» đứng tên
anh «TUẤN» quầy 3
«NGUYỄN THỊ LAN» ĐÒI TIỀN
don_«Nguyen_Van_Binh».pdf
«Nguyen-Van-Binh».pdf
ong «Tuan» va chi «Hoa»
Mr. «Nam» and Ms «Hoa»
Anh «Trung», em «Thu», chị «Phương»
đồng chí «Giàng A Páo»
Ông/bà «Lê Thị Mai», tổ 5
cháu «Nguyễn Gia Hân» học trường Nguyễn Trãi
""",
}
LINES = [(kind, line) for kind, lines in PRIVATE.items() for line in lines.strip().splitlines()]

ORDINARY = """
Chờ từ 7h30 tới 11h, có 500 số mà chỉ 2 quầy
nộp lệ phí 150.000 đồng ngày 20/11/2026
nộp 150000000 đồng tiền đất
tài khoản 500.000 đồng
Quyết định 125/QĐ-UBND ngày 03/05/2026
mã hồ sơ H29.12-250810-0001
000.00.12.H29-250101-0001
Nghị định 61/2018/NĐ-CP
gọi 1022 hoặc 19001000 không ai nghe
đường Nguyễn Huệ, phường Lê Lợi
thành phố Hồ Chí Minh, Hà Nội, Cao Bằng
Hồ sơ đất đai, Lý do từ chối
cán bộ Một cửa, cán bộ Tư pháp, công chức Địa chính
Bà Rịa, Cô Tô, Bà Nà
cảm ơn các anh chị. Mong sớm sửa
Anh Chị ở đây tốt lắm
Đoàn Thanh niên xã
UBND Phường A, Bộ phận Một cửa, Quầy 3
lúc 14h 2025 người chờ
từ 11h-2026
hs-k7m3q9b, HS-K7M3Q9B
Zalo và Facebook đều không trả lời
tôi sinh năm 1958
phòng 302 tầng 3
""".strip().splitlines()

pieces = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789 .-()+８\u200b\x00", max_size=30),
    st.sampled_from([line.replace("«", "").replace("»", "") for _, line in LINES]),
    st.sampled_from(
        [*MARKERS.values(), "[số ", "anh ", "ông ", "Nguyễn ", " stk ", "29A", "@a.vn", "cccd"]
    ),
)
texts = st.lists(pieces, max_size=12).map("".join)


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_personal_data_is_found(kind: PrivateKind, line: str) -> None:
    """Exactly what was marked is found, under its kind."""
    text = line.replace("«", "").replace("»", "")
    found = [(span.kind, text[span.start : span.end]) for span in find(text)]
    marked = [(kind, piece.split("»")[0]) for piece in line.split("«")[1:]]
    assert found == marked


@pytest.mark.parametrize("text", ORDINARY)
def test_what_is_nobodys_stays(text: str) -> None:
    """Sums, dates, dossiers, streets and offices are not personal data."""
    assert find(text) == ()


@given(texts)
def test_spans_are_sorted_disjoint_and_within(text: str) -> None:
    """Every span holds something, and none overlaps another."""
    spans = find(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(texts)
def test_nothing_is_left_after_redaction(text: str) -> None:
    """What is blacked out shows no more, and the markers themselves are not found."""
    assert find(redacted(text, find(text))) == ()


@given(texts)
def test_the_rest_is_untouched(text: str) -> None:
    """Between the markers stands what stood between the spans, character by character."""
    spans = find(text)
    rebuilt, at = redacted(text, spans), 0
    for span in spans:
        assert rebuilt.startswith(text[at : span.start])
        rebuilt = rebuilt[span.start - at :]
        assert rebuilt.startswith(MARKERS[span.kind])
        rebuilt = rebuilt[len(MARKERS[span.kind]) :]
        at = span.end
    assert rebuilt == text[at:]


@given(st.text(max_size=500).map(str.lower))
def test_small_letters_alone_are_nobodys(text: str) -> None:
    """Without digits, capitals and @ nothing is touched."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", text).lower() if not c.isdecimal())
    assert find(bare.replace("@", "")) == ()


@given(texts)
def test_a_decomposed_text_is_judged(text: str) -> None:
    """Text in pieces, surrogates or control characters never fails."""
    find(unicodedata.normalize("NFD", text))
    find("\ud800" + text + "\x00\x1b")


@pytest.mark.parametrize(
    "piece",
    ["0", "1 ", "Nguyễn ", "a@", "tk ", "anh Tuấn ", "29A-", "a.", "84 ", "x@a.", "0912345678 "],
)
def test_a_huge_text_is_searched(piece: str) -> None:
    """A text of twenty thousand characters is searched to its end."""
    text = (piece * 20_000)[:20_000]
    assert find(redacted(text, find(text))) == ()


def test_spans_that_overlap_are_refused() -> None:
    """A redaction never guesses what was meant."""
    with pytest.raises(ValueError, match="disjoint"):
        redacted("0912345678", [Span(0, 4, PrivateKind.PHONE), Span(3, 6, PrivateKind.PHONE)])
    with pytest.raises(ValueError, match="disjoint"):
        redacted("09", [Span(0, 4, PrivateKind.PHONE)])
    with pytest.raises(ValueError, match="character"):
        Span(3, 3, PrivateKind.NAME)
