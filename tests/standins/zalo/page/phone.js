"use strict";
// Texts of both sides are shown as text, never as markup.
const here = location.pathname.replace(/\/$/, "");
const find = (id) => document.getElementById(id);
const chat = find("chat");
let known = "";

function make(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

function link(href, words) {
  const made = make("a", "", words);
  made.href = href;
  if (/^https?:/.test(href)) made.target = "_blank";
  made.rel = "noopener";
  return made;
}

function linked(text) {
  const made = make("div", "text");
  for (const part of text.split(/(https?:\/\/[^\s<>"]+)/)) {
    made.append(/^https?:\/\//.test(part) ? link(part, part) : part);
  }
  return made;
}

function button(words, act, fields) {
  const made = make("button", "", words);
  made.type = "button";
  made.onclick = () => post(act, fields);
  return made;
}

function buttons(bubble) {
  const made = make("div", "buttons");
  bubble.buttons.forEach((one, number) => made.append(
    one.href ? link(one.href, one.label)
      : button(one.label, "tap", { bubble: bubble.id, button: number })));
  if (bubble.asks) made.append(button("Chia sẻ thông tin", "share_info", {}));
  return made;
}

function row(bubble) {
  const made = make("li", bubble.who);
  made.dataset.id = bubble.id;
  if (bubble.who === "human") made.append(make("b", "", "Cán bộ trả lời"));
  if (bubble.quotes) made.append(make("div", "quote", bubble.quotes));
  if (bubble.image) {
    const image = make("img");
    image.src = bubble.image;
    image.alt = "Ảnh";
    made.append(image);
  }
  if (bubble.text) made.append(linked(bubble.text));
  if (bubble.hearts) made.append(" ❤️");
  if (bubble.buttons.length || bubble.asks) made.append(buttons(bubble));
  if (bubble.who !== "note") made.append(make("time", "", bubble.at));
  return made;
}

function show(state) {
  if (state.version === known) return;
  known = state.version;
  chat.replaceChildren(...state.bubbles.map(row));
  chat.lastElementChild?.scrollIntoView({ block: "end" });
  const follow = find("follow");
  follow.hidden = state.follower === null;
  follow.dataset.act = state.follower ? "unfollow" : "follow";
  follow.textContent = state.follower ? "Đang quan tâm" : "Quan tâm";
}

async function post(act, fields) {
  const form = fields instanceof FormData;
  const options = form ? { body: fields } : {
    body: JSON.stringify(fields), headers: { "Content-Type": "application/json" } };
  const answer = await fetch(`${here}/${act}`, { method: "POST", ...options }).catch(() => null);
  find("trouble").hidden = Boolean(answer?.ok);
  if (answer?.ok) show(await answer.json());
  return Boolean(answer?.ok);
}

async function write(event) {
  event?.preventDefault();
  const text = find("text").value;
  if (!text.trim()) return;
  find("text").value = "";
  if (!await post("say", { text })) find("text").value = text;
}

async function attach() {
  const file = find("photo").files[0];
  if (!file) return;
  const form = new FormData();
  form.append("photo", file);
  find("photo").value = "";
  await post("photo", form);
}

async function listen() {
  for (;;) {
    const answer = await fetch(`${here}/chat?known=${encodeURIComponent(known)}`).catch(() => null);
    if (answer?.ok) show(await answer.json());
    else await new Promise((again) => setTimeout(again, 1000));
  }
}

find("write").onsubmit = write;
find("photo").onchange = attach;
find("text").onkeydown = (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) write(event);
};
for (const one of document.querySelectorAll("header [data-act]")) {
  one.onclick = () => {
    document.querySelector(".menu").open = false;
    post(one.dataset.act, {});
  };
}
listen();
