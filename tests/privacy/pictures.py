"""Photos that say where they were taken, as telephones make them."""

import io

from PIL import Image
from PIL.ExifTags import GPS, IFD

CAMERA = "SecretCamera"


def with_place(form: str = "JPEG") -> bytes:
    """Give a photo with its camera and the place it was taken at, 21.0285 N 105.8542 E."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef] = "N"
    place[GPS.GPSLatitude] = (21.0, 1.0, 42.6)
    place[GPS.GPSLongitudeRef] = "E"
    place[GPS.GPSLongitude] = (105.0, 51.0, 15.1)
    out = io.BytesIO()
    Image.new("RGB", (640, 480), "olive").save(out, form, exif=exif)
    return out.getvalue()


def place_in(data: bytes) -> dict[int, object]:
    """Read where a photo says it was taken."""
    return dict(Image.open(io.BytesIO(data)).getexif().get_ifd(IFD.GPSInfo))
