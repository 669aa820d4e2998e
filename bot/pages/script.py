"""The one small script: it copies a code before a link opens. Pages are whole without it."""

import base64
import hashlib
from functools import lru_cache
from typing import Final

from bot.pages.markup import Safe, el

# The copy happens inside the tap itself: iOS lets go of the clipboard once the handler returns, and
# any browser may drop a promise of one once the next page opens. So the old way comes first.
SOURCE: Final = """\
document.querySelectorAll('a[data-copy]').forEach(function(a){
var code=a.dataset.copy,told=document.getElementById(a.dataset.told);
a.textContent=a.dataset.label;
a.addEventListener('click',function(){
var said=function(){if(told)told.textContent=told.dataset.text};
var t=document.createElement('textarea');t.value=code;t.readOnly=true;
t.style.position='fixed';t.style.top='0';t.style.opacity='0';
document.body.appendChild(t);t.focus();t.setSelectionRange(0,code.length);
try{if(document.execCommand('copy'))said()}catch(e){}t.remove();
if(navigator.clipboard&&navigator.clipboard.writeText)
navigator.clipboard.writeText(code).then(said,function(){})})})
"""


def tag() -> Safe:
    """Give the script as an element."""
    return el("script", Safe(SOURCE))


@lru_cache(maxsize=1)
def digest() -> str:
    """Give the script's hash as a content security policy names it."""
    return hashed(SOURCE)


def hashed(text: str) -> str:
    """Name a text by its SHA-256 as a content security policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
