"""What the pages say in English. Same keys and places as in Vietnamese."""

WORDS: dict[str, str] = {
    # Every page
    "skip": "Skip to the main part",
    "other_language": "Tiếng Việt",
    "privacy_link": "How your information is kept",
    "never_ask": "This page never asks for an account, an ID number, an OTP or money.",
    "sample": "SAMPLE: this desk is for trying things out. It is not a real office.",
    "office": "One-stop office",
    # The desk's page
    "desk.title": "Rate {desk}",
    "desk.ask": "How satisfied were you?",
    "desk.hint": "Tap one level. It is recorded at once, without your name.",
    "desk.levels": "How satisfied you were",
    "desk.now": "recorded now",
    "desk.rated": "You have already rated this desk today. Tapping again changes that rating.",
    "desk.change": "Recorded now: {level}. Please choose again.",
    "desk.moved": "The desk of this code has moved. Below is the desk of today.",
    "desk.moved_from": "This code used to belong to {formerly}. Below is the desk of today.",
    "desk.revoked": "This code is no longer in use. You can rate the desk below instead.",
    "desk.revoked_from": "This code used to belong to {formerly} and is no longer in use. "
    "You can rate the desk below instead.",
    "desk.renamed": "The sign at the desk still shows the former name: {formerly}.",
    "desk.elsewhere": "Or rate in a messaging app",
    # Why the form is shown again
    "again.missing": "We did not receive a level. Please tap one.",
    "again.page": "The page you opened before cannot be used any more, so nothing was recorded. "
    "Please tap a level again.",
    "again.expired": "This page was opened long ago, so nothing was recorded. "
    "Please tap a level again.",
    "again.tapped": "You had tapped: {level}.",
    "again.kept": "What you wrote is still here and will be sent along.",
    "again.photo": "If you had a photo, please choose it again in the next step.",
    # Thanks, and what may follow
    "more.title": "Rating recorded",
    "more.thanks": "Thank you!",
    "more.recorded": "Recorded: {level}",
    "more.corrected": "Changed to: {level}",
    "more.wrong": "Wrong tap? Change it",
    "more.head": "Would you like to say more?",
    "more.optional": "Optional. Answer any of these.",
    "more.comment": "Your comment",
    "more.comment_hint": "Please leave out your name and phone number if you wish to stay unknown.",
    "more.photo": "A photo",
    "more.photo_hint": "One photo, up to 10 MB. "
    "Please do not show other people's faces or private papers.",
    "more.send": "Send",
    # What could not be taken
    "photo.big": "The photo is larger than 10 MB, so it was not sent. Please choose a smaller one.",
    "photo.pixels": "This photo has too many pixels, so we could not open it. "
    "Please choose a smaller one, or take a screenshot of it.",
    "photo.heic": "We cannot read HEIC photos yet. Please choose a JPEG or PNG photo, "
    "or take a screenshot of it.",
    "photo.kind": "This file is not a photo that we can read. "
    "Please choose a JPEG, PNG or WebP photo.",
    "photo.again": "Please choose the photo again.",
    "photo.broken": "This photo is damaged and we could not open it. Please choose another.",
    "photo.later": "Too many photos are coming in just now, so yours was not recorded. "
    "Please send it again later.",
    "photo.full": "One rating takes up to 5 photos. This one was not recorded.",
    "comment.cut": "The comment is too long; only the first {most} characters were recorded.",
    "comment.full": "You have sent many comments for this rating. The last one was not recorded.",
    # The end
    "done.title": "Thank you",
    "done.thanks": "Thank you!",
    "done.given": "We have recorded:",
    "done.level": "How satisfied you were: {level}",
    "done.answers": "Further questions answered: {n}",
    "done.comment": "Your comment",
    "done.photo": "A photo",
    "done.then": "Your rating counts in the office's satisfaction index. Comments reach the office "
    "on the next working day at the earliest, without your name. The staff at the desk do not "
    "learn who rated.",
    "done.then_sealed": "Your rating counts in the office's satisfaction index. The staff "
    "at the desk do not learn who rated.",
    "done.close": "You can close this page.",
    # Received while the database is away
    "received.title": "Rating received",
    "received.level": "Received: {level}",
    "received.more": "What you added was received.",
    "received.later": "The server is busy and will record it in a few minutes. "
    "There is no need to send it again.",
    "received.photo": "The photo was not received. To send it, please open this page again later.",
    # Going on in a messenger
    "go.head": "Go on in a messaging app",
    "go.why": "You can send more comments or photos in a messaging app. It stays this one rating.",
    "go.lasts": "The code works for {minutes} minutes.",
    "go.desk_code": "The desk's code",
    "go.zalo": "Open Zalo",
    "go.zalo_copy": "Copy the code and open Zalo",
    "go.zalo_hint": "In Zalo: paste the code as a message and press Send.",
    "go.copied": "Code copied.",
    "go.telegram": "Open Telegram",
    # The shared tablet
    "kiosk.next": "The screen returns by itself for the next person.",
    "kiosk.more": "Say a little more",
    "kiosk.start": "Done, back to start",
    "problem.tablet.title": "This device is not ready",
    "problem.tablet": "This device is not registered, or no longer. "
    "Please scan the code on the sign at the desk, and tell the staff.",
    # The public page
    "public.title": "Satisfaction index at one-stop offices",
    "public.lead": "The share of people who chose Satisfied or Very satisfied, by office and "
    "published period.",
    "public.none": "No period has been published yet.",
    "public.none_hint": "Once an office publishes a period, its results appear here.",
    "public.index": "{index}%",
    "public.interval": "95% interval: {low}% to {high}%",
    "public.n": "{n} ratings",
    "public.n_of_raw": "{n} ratings counted, of {raw} received",
    "public.target": "Target: {target}% ({decision})",
    "public.suppressed": "Not enough ratings",
    "public.sample": "SAMPLE",
    "public.about": "How to read these figures",
    "public.others": "Other periods",
    "public.page": "Page {n} of {last}",
    "public.before": "Previous page",
    "public.after": "Next page",
    "public.tree.then": "Each rating counts for the office of its own day.",
    "public.tree.now": "Each rating counts for the office of today.",
    "public.note.chance_only": "The interval covers chance only. It says nothing about who chose "
    "to rate and who did not, so the result can differ from what all visitors think.",
    "public.note.not_sipas": "This is not the SIPAS index, which is a random-sample survey.",
    "public.note.public": "Not enough ratings means fewer than 30, or that showing the figure "
    "could give away one of too few elsewhere.",
    "public.note.batched": "This period still runs. Figures are updated in batches.",
    "public.note.followed": "Ratings of a former office count for its successor.",
    "public.note.split_stays": "Ratings of an office that was split stay in a row of their own "
    "where the desk's present office is not known yet.",
    "public.note.samples": "Rows marked SAMPLE are made up for trying things out. "
    "They are nobody's opinion.",
    "public.how": "To rate, scan the code on the sign at the desk, or type the address printed "
    "there.",
    "period.quarter": "quarter {roman} of {year}",
    "period.half1": "first half of {year}",
    "period.half2": "second half of {year}",
    "period.month": "month {n} of {year}",
    "period.year": "year {year}",
    "period.days": "From {first} to {last} (day/month/year)",
    # Who keeps what
    "privacy.title": "How your information is kept",
    "privacy.who": "Who is responsible",
    "privacy.office": "{office} receives these ratings and is responsible for keeping them.",
    "privacy.no_office": "The office whose desk you rate receives these ratings and is responsible "
    "for keeping them.",
    "privacy.contact": "Contact: {contact}",
    "privacy.no_contact": "Contact: please ask at the desk.",
    "privacy.what": "What is kept, and for how long",
    "privacy.level": "Your level and further answers, with the desk and the day: kept for the "
    "index. They hold no name, phone number or address of yours.",
    "privacy.repeat": "A coded mark that changes each quarter, only so that one person does not "
    "rate one desk twice in a day. It cannot be traced back to who you are.",
    "privacy.comment": "Comments and photos, if you send any: encrypted, and kept so that the "
    "office can improve. Place and camera details are removed from photos before they are stored. "
    "Erased after {days} days, or when you ask for it.",
    "privacy.evidence": "Coded marks of the device and the network, with the time to a quarter of "
    "an hour: kept for {days} days, seen only by those who check for cheating, then erased.",
    "privacy.cookie": "A cookie on your device for {days} days. It holds only a random number. You "
    "can rate with cookies switched off.",
    "privacy.messenger": "If you write in Zalo or Telegram: your address there is encrypted, used "
    "only to answer you, and erased {days} days after you last wrote.",
    "privacy.state": "Where you left off in Zalo or Telegram, so that you can go on: erased {days} "
    "days after you last wrote.",
    "privacy.updates": "The number of each message received, so that one that arrives twice is "
    "recorded once: kept for {days} days.",
    "privacy.abroad": "Messages in Telegram pass through servers abroad. If you do not want that, "
    "use this page.",
    "privacy.seen": "Who can see it",
    "privacy.staff": "The staff at the desk and the office do not learn who rated. They see "
    "figures and comments only in batches, from the next working day at the earliest.",
    "privacy.accuse": "Comments about misconduct are seen only by those responsible for "
    "inspection.",
    "privacy.nobody": "This page takes nothing from elsewhere, has no advertising and no tracking, "
    "and tells nobody else that you opened it.",
    "privacy.ground": "On what ground",
    "privacy.permission": "The office may receive opinions through messengers by {permission}.",
    "privacy.law": "Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025/ND-CP. Levels "
    "are recorded for a public office's statutory work (Article 19). Comments and photos are taken "
    "with your consent when you send them (Article 9); without them your rating still counts.",
    "privacy.rights": "Your rights",
    "privacy.ask": "You may ask the office named above to show, correct or copy (within 10 days) "
    "or erase (within 20 days) what it holds, or withdraw your consent (answered within 2 working "
    "days, done within 15 days), and complain under the law.",
    "privacy.cannot": "A recorded level can usually not be found again, because we do not know "
    "whose it is.",
    # Problems
    "problem.home": "Go to the public page",
    "problem.retry": "Send again",
    "problem.kept": "What you chose and wrote is still here. A photo has to be chosen again later.",
    "problem.404.title": "This page was not found",
    "problem.404": "Please check the address printed on the sign at the desk, or scan it again.",
    "problem.unknown.title": "No desk was found for this code",
    "problem.405.title": "This page does not open that way",
    "problem.405": "Please scan the code on the sign at the desk to start again.",
    "problem.413.title": "Too much was sent",
    "problem.413": "A photo may have up to 10 MB. A level you tapped before, if any, stays "
    "recorded. Please go back and choose a smaller photo.",
    "problem.400.title": "What was sent cannot be read",
    "problem.400": "Please scan the code again and tap a level.",
    "problem.busy.title": "Too much is coming in just now",
    "problem.busy": "We are sorry, the page could not be opened. If you have just sent something, "
    "it was not recorded: please wait half a minute, go back and send it again.",
    "problem.500.title": "Something went wrong",
    "problem.500": "We are sorry. Please try again in a few minutes.",
    "problem.503.title": "Not saved yet, please try again",
    "problem.503": "We are sorry, the server is busy and could not record it. "
    "Please try again in a few minutes.",
    "problem.503.read": "We are sorry, the server is busy and could not open the page. "
    "Please try again in a few minutes.",
    "problem.503.read.title": "The page could not be opened, please try again",
}
