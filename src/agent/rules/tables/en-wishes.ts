import type { Wishes } from "../wishes.ts";

export const wishes: Wishes["wishes"] = {
  so: "please/pls/plz/ok/okay/hey/hi/hello/just/now/no/yes/sorry/thanks/thank/thx/you/but/and/so/well/it/this/that/already/everything/immediately/all/them/guys/team/mate/actually/finally/then",
  not: "not/dont/never/doesnt/didnt/wont/cant/without",
  deny: "am i, asked/told me to, do/did/does/would/could/must/should/am not, dont/didnt/doesnt/cannot/cant/wouldnt/not/never/without ~want? to? you/anyone? to?, no need/reason/point to, instead/rather of/than, i/we like/love/enjoy/hate ~so? to?, enjoy/enjoyed, good/experienced/confident/comfortable/used/happy at/in/to/with, experience ~in?, i/he/she/they/who can/could/will/may ~so?, know/knew/see/understand/remember/forgot/tell/told, thats/reason, that/which/this is/was, do/did i/we, when/while i, i am/m/was, unsure/sure/idea/clear, not sure/know",
  and: "and/n/or/then",
  in: "in/of/with/at/on/to/from",
  you: "you/u/ya/ye/youve/ur/they/we/guys/people/system/company/agency/bot",
  want: "want/wanna/wish/like/love/need/prefer/able/going/have",
  ask: "can/could/may/might/shall i/we, want/wanna/wanted/wish/like/love/need/allowed/able/rather/possible to?, how/where do/can/could/would/should i, let/allow me/us, how to, help me, please/pls/plz, ~can you/u",
  can: "can/could/would/will/may/might",
  // What is stored.
  kind: "personal/private/own/full/stored/saved/entire/whole/complete/old/collected/current",
  data: "data/dat/info/infos/information/informations/details/particulars",
  thing:
    "data/dat/info/infos/information/details/particulars/profile/account/acount/file/files/record/records/history/chat/chats/conversation/conversations/transcript/stuff/application/applications/cv/resume/answers/messages/dossier/documents/docs/everything",
  part: "name/number/phone/email/address/cv/resume/age/birthday/photo",
  my: "my/all/every/any/our, all of my/the",
  have: "have/has/got/get/hold/holds/held/keep/kept/keeping/know/knows/knew/store/stored/storing/save/saved/note/noted/collect/collected/gathered/recorded/written/wrote/write/registered/retain/retained/file/record/recorded",
  me: "about/on/of/from/concerning/regarding me, of mine, about myself, ive/i/i have told/tell/gave/give/given/sent/said/wrote/shared/typed you?",
  what: "what/which/whatever/wat/wot/whats/everything/all/anything/stuff/things/~data/records",
  stored:
    "~what ... ~have .. ~me, ~what ~data ~me ... ~have/~place, ~what ~me, ~what ive/i ~have? told/gave/sent/said/wrote/shared",
  place: "system/systems/database/files/records/server/servers",
  mine: "~my ~kind? ~kind? ~thing !about, my ~part ~and my? ~part/~thing, ~part ~and ~thing, this/that/the/our ~kind? chat/conversation/thread, personal/private/stored/saved/all/any ~kind? ~data, mine, the ~data/records/file/stuff ~you?, ~stored, everything/all ~you ~have, ~data ... ~have .. ~me, ~part ... ~from your/ur/the ~place",
  from: "from/off/out of?",
  // delete
  remove:
    "delete/deleting/delet/erase/erasing/remove/removing/wipe/wiping/scrub/purge/destroy/discard/clear/eliminate/shred/drop/deletion/erasure/removal, get/getting rid of, throw/take/bin away/out/off/down?, you/u/they/have deleted/erased/removed/wiped",
  removed:
    "taken/got rid of, deleted/delete/erased/erase/removed/remove/wiped/gone/destroyed/forgotten/cleared/purged/deletion/erasure/removal, taken down/out/off",
  removeIt:
    "~remove it/them/everything/all/those, ~remove that/this $, it/them/all/everything deleted/erased/removed/wiped/gone",
  forget:
    "forget .. ~mine !so/about, forget everything !i/you/we, delete/erase/forget/wipe me !about/off/from/out/not, delete/erase/wipe everything/all !else/i/before/after/except/but, right to be forgotten, right to/of erasure/deletion, withdraw/revoke/withdrew/withdrawing/retract/take .. my? ~consents, ~consents .. withdrawn/revoked, ~dont keep/store/hold/save/retain/have .. ~mine, ~dont keep/store/hold/save/retain anything/everything/any, stop keeping/storing/holding/saving/using .. ~mine, no longer keep/store/hold/have .. ~mine",
  consents: "consent/permission/agreement",
  dont: "dont/not/never/no, dont ~want you to",
  // export
  show: "~ask get !rid, show/send/give/email/mail/forward/text/tell/get/provide/whatsapp me, ~ask see/view/check/look/access/download/export/receive/obtain/read/review/know/copy ~in? a?, ~askstrong have ~in? a?, ^ ~so? ~so? export/download, copy/copies/export/download/printout/extract/overview/summary of/from, access to?, right of access, email/send .. copy/export",
  shown: "sent/shown/emailed/exported/mailed/forwarded/copied .. to? me, as/in a? file/pdf/export",
  showIt: "a? copy of it/them/that/everything/all?",
  held: "^ ~so? ~so? ~so? ~stored, ~and ~what ... ~have .. ~me, what/which ~data ~have/do ~you ~have/got !me, what/which ~kind? ~data/details of mine, what have/did ~you ~have ~have? down/about/so/on?, what is/was/has been/being? stored/saved/noted/recorded, ~ask know/see ~what ... ~have",
  access: "subject access request, sar, data access/export request?, access request, data portability",
  // why
  why: "why/whyy/wy, wat/what for $, what/wats/whats for $, how come",
  asking:
    "asks/ask/asking/asked/need/needs/needed/want/tell/give/answer/matter/matters/necessary/require/required/requires/important/relevant/collect/collecting/keep/keeping/store/storing/using/use/save/saving/share/question/questions/rejected/reject/chosen/choose/selected/declined/declining/turned/unsuitable/suitable/decide/decided/refused/picked/personal/provide",
  this: "~so, that/this/it/though/tho/exactly/again/me, tell/ask/explain/question/is/do",
  about:
    "who/whos/who is are/r/is/s? you/u/this $, who am i/this .. talking/speaking/chatting/texting/writing, who is/s? there/this/it/writing/texting/behind/speaking/messaging, whos this/there/behind/writing/texting, what are you/u $, ~are ~so? ~so? ~machine, am/is/are/do i/this ~so? talking/speaking/chatting/texting/writing/dealing/talk/speak to/with ~machine, ~machine or ~machine, you/u ~machine ?, ^ ~machine ?, who ... ~sees ... ~mine/this/it/that, ~purpose, what ... ~use ... ~mine/this/it/my/our, how .. using/use/used .. ~mine/this/it, tell/know/say/explain .. what ... used for, what/how happens/happen ... ~mine, what ... ~mine .. for, what/why was ... decision/decided, on what basis/grounds, how/where did ~you get/find/have my, how .. ~you decide/decided, why me, do ~you share/sell/pass ... ~mine, is ~mine safe/secure, wants to know why, tell/explain/ask me? why $, why ~part ?, why my",
  article: "a/an/some/just/actually/really/even/only/the/like/automated/automatic/real/chat",
  are: "are/r/is you/u/this/it/that/there, am i, u, you, isnt this/it, arent you",
  machine:
    "~article? ~article? bot/chatbot/robot/machine/computer/program/chatgpt/gpt/ai/automated/automatic/assistant/human/real, ~article? ~article? human/real being/person/people, ~article ~article person",
  sees: "see/sees/read/reads/access/get/gets/seeing/reading/look/looks/has",
  use: "use/using/used/do/doing/need",
  purpose:
    "whats this/that/it for, what is/s this/that/it ~so? used? for, what/whats/wats/wots ... got to do ~so? with, what/whats/wats/wots ... point/purpose/reason/use of/in/for, for what/which reason/purpose, how is that/this relevant/related, reason for/behind this/that/the/your question/questions/decision, ask the? reason/purpose/why, what does that/this/it matter, what business is",
  // human
  talk: "speak/speaking/talk/talking/tlk/chat/chatting/call/ring/phone/explain/discuss/connect/transfer/forward/reach/contact/pass/deal/dealing/hear, put ... through/on, put/pass/get me ~so? to/with/on/onto/over, get hold of, get/be in touch/contact with, get through to, conversation/word/chat/call with",
  determiner:
    "a/an/the/some/your/ur/any/one/actual/that/of/member/real/live/proper/human/hiring/store/shop/area/different/responsible/recruitment/office",
  person:
    "human/humans/person/someone/somebody/sb/anyone/anybody/some1/sum1/agent/recruiter/recruiters/manager/supervisor/boss/advisor/adviser/representative/rep/staff/operator/consultant/colleague/colleagues/~team, hr !skills",
  team: "team/department/office",
  talks:
    "to? call/ring/phone/contact/help/answer/reply/speak/talk/text/write .. me/us, i/we .. can/could/may .. talk/speak/chat/call/ring/ask, to/can talk/speak/chat to/with, there/here ?, ~in? the? agency/office/team .. i can/could .. talk/speak",
  real: "real/actual/proper/live/genuine/flesh/human",
  when: "back/please/pls/plz/asap/now/later/today/tomorrow/tonight/on/at/if/and/to/by/in/this/after/monday/tuesday/wednesday/thursday/friday/directly/instead/about, ~so, when, so, $",
  reach:
    "call/ring/phone/telephone/fone me/us ~when, give me/us a? quick? call/ring/buzz/bell, call/ring/phone me/us back, (callback)/callback/callbk, call back please/pls, ~wants ~article? ~real human/person/people/being/someone/agent/recruiter !resources, ~wants ~article? human !resources, ~wants to? have/get a? phone/telephone call, over/on/by the? phone/telephone with, someones/somebodys/a phone? number to call/ring, is/are there ~so? anyone/anybody/someone/somebody/people/humans !who, (anyone)/anyone/anybody/someone there/here, any ~real? humans/human/person/people there/here/?, ~not ... talk/speak/talking/speaking/deal/chat to/with ~machine, sick/tired of talking? to? bots/robots/machines",
  wants: "want/wanna/need/prefer/give/get/like/rather/have/require/demand/expect me/to/for/a/an/have?",
  distress:
    "suicid*, kill/killing/hurt/hurting/harm/harming/cut/cutting/end/ending myself, self harm, end/ending it all, end/ending my life, take/taking my own? life, ~want die, ~want to ~so? die/disappear, ~dont .. live/living/alive/exist anymore/any?, ~dont ~want .. be here/alive, better off dead, point/reason .. living/life/live, ~cant ~so? go/carry/keep on/going, ~cant ~so? cope/breathe/sleep, ~cant ~so? take/do/handle/bear/stand it/this/life, ~cant stop crying, ~crying/cried all/every day/night/time, everything/life/world .. falling/fallen apart, falling apart, at the? end of my rope/tether, panic attack, nervous breakdown, ~attacks me/us, i/ive/im was/am/being/been/got/get/getting being? ~attacked, ~attacked by my, scared/afraid/terrified/frightened to? .. go/going/back/home/boss/manager/supervisor/him/husband/partner, fear for my life, homeless and/with, so/very/really depressed, emergency",
  cant: "cant/cannot/couldnt, can/could not/t/no",
  crying: "crying/cry",
  attacks:
    "touch/touches/touching/hit/hits/hitting/beat/beats/beating/threaten/threatens/threatened/threatening/threat/abuse/abuses/abused/abusing/harass/harasses/harassed/harassing/assault/assaulted/grope/gropes/groped/rape/raped/blackmail/blackmails/blackmailed/bully/bullies/bullied/bullying/stalk/stalks/stalking/molest/molested/force/forces/forced",
  attacked: "threatened/abused/harassed/assaulted/groped/raped/blackmailed/bullied/stalked/molested/beaten/attacked",
  // stop
  cease: "stop/quit/cease/stoop/halt/discontinue",
  contact:
    "messaging/texting/contacting/writing/emailing/calling/spamming/bothering/harassing/pestering/annoying/sending/msging/pinging/hassling/mailing/messages/texts/msgs/emails/spam/notifications/whatsapps/reminders/them, text/message/contact/msg me?, all? the/these/those/this/your/ur/automatic/automated/all messages/msgs/texts/emails/notifications/spam/contact/calls, send me",
  messages:
    "messages/message/msgs/msg/texts/text/emails/mails/spam/notifications/whatsapps/reminders/contact/txts/texting/messaging/contacting",
  more: "again/anymore/more/further/ever/any/longer",
  condition:
    "before/after/on/at/until/till/between/during/in/if/when/while/by/about/there/because/for/with, to !this/me",
  silence:
    "~neither ~so? text/message/msg/contact/write/bother/spam/email/harass/annoy/disturb to? me/us/here/this !~condition, ~neither .. call/ring/phone/text/message/msg/contact/write/writing/bother/spam/email/send .. me/to/anything/any .. ~more, ~neither ~so? contact/message/text/write/call/email ~more, no/zero more/further automatic/automated/of? ~kind? these/your/those? ~messages, (stop)/stop/enough all/the/of/with? the/these/your ~messages, ~neither .. want/wish/like/need/receive/receiving/get/getting/see/seeing/hear ... ~more of? the/these/your/this? ~messages/from, ~neither .. ~want/wish/receive/get ... these/your/those/any/such ~messages, ~neither .. want/wish to? be contacted/messaged/texted/bothered/hear/called, unsubscribe*, unsub, opt ~so? me? out, opting out, take/remove/get/block/scrap/strike/cross/delete me/number/us ... ~from ... list/lists/database/system/records/chat/group, take/taking me off, remove me ~from, lose/forget/block/delete/remove my/this/the number/num !and/n, leave me/us alone/be, fuck/piss off, turn/switch/shut ~all? ~messages off, turn/switch/shut ~this2 ~messages off, turn/switch off .. ~messages, mute this, enough ~messages, enough already, no longer ... ~messages/contacted",
  neither: "dont/not/never/no/do/stop/nor, do/will not, no longer",
  halt: "stop/stopp/stahp/enough/unsubscribe/cancel",
  human: "~article? ~article? ~real? human/person/agent/recruiter/operator/advisor being?",
  wipe: "delete/erase/wipe/remove everything/all/account/data/profile?",
  export: "export/data/my? data/export/details/profile",
  askstrong: "can/could/may/might i/we, want/like/love to",
  this2: "these/the/those/this/your/all",
  all: "all/the",
  give: "give",
};
