"""What is measured inside the browser, as expressions that give a list of what is wrong."""

COMPLAINT = "status of 404"
"""What a console says of a page that is meant to be missing."""

_COLOURS = """
const parse = c => {const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m};
const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
const behind = e => {
  let found = [];
  for (; e; e = e.parentElement) found.push(parse(getComputedStyle(e).backgroundColor));
  return found.reverse().reduce((below, c) => over(c, below), [255, 255, 255, 1]);
};
const light = c => {
  const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const ratio = (a, b) => {const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05)};
const seen = e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible';
"""

CONTRAST = f"""(() => {{ {_COLOURS}
const wrong = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node; node = walk.nextNode();) {{
  const e = node.parentElement;
  if (!node.data.trim() || e.closest('script,style') || !seen(e)) continue;
  const s = getComputedStyle(e), size = parseFloat(s.fontSize);
  const large = size >= 24 || (size >= 18.66 && s.fontWeight >= 700);
  const got = ratio(over(parse(s.color), behind(e)), behind(e));
  if (got < (large ? 3 : 4.5)) wrong.push(node.data.trim() + ' ' + got.toFixed(2));
}}
for (const e of document.querySelectorAll('button, textarea, input[type=file], .choices label')) {{
  const got = ratio(parse(getComputedStyle(e).borderTopColor), behind(e.parentElement));
  if (seen(e) && got < 3) wrong.push('edge of ' + e.tagName + ' ' + got.toFixed(2));
}}
for (const e of document.querySelectorAll('.face')) {{
  const got = ratio(parse(getComputedStyle(e).stroke), behind(e));
  if (got < 3) wrong.push('face ' + got.toFixed(2));
}}
return wrong; }})()"""
"""Texts below 4.5 to 1 (3 to 1 when large) and edges of controls below 3 to 1 (WCAG 1.4.3, 1.4.11)."""

SMALL = """[...document.querySelectorAll('a, button, .choices label, textarea, input[type=file]')]
.filter(e => e.getClientRects().length && !e.matches('.skip'))
.map(e => [e.textContent || e.id, e.getBoundingClientRect()])
.filter(([, r]) => r.height < 44 || r.width < 44)
.map(([name, r]) => name + ' ' + r.width + 'x' + r.height)"""
"""What is tapped and smaller than 44 by 44 pixels (WCAG 2.5.5)."""
