/** Small words that wishes are put together from; after those of the written language, those of dialects. */
export const wishWords = {
  so: "bitte/mal/ok/okay/hallo/hi/moin/danke/sofort/jetzt/nein/ja/endlich/einfach/doch/aber/und/also/gleich/lieber/hier/da/das/es/damit/denn/eigentlich/uberhaupt/dann/nun/vielleicht/schon/so/auch/gerade/grad/leider/pls/thx/sorry/komplett/alles/sie/ihr/ach/halt/nur/noch/danach/mir/uns/euch/dringend/umgehend/lg/mfg/vg/gruss/ey/mann/echt/bloss/unverzuglich/ab/hiermit/wirklich/heute/mich/ganz/vollstandig/uberall/dafur/davon/etwa/immer/gar/genau/bisher/freundlich*/hoflich*/herzlich*/erstmal/zuerst/vorher/bald/kurz/schnell/eben/ebend/trotzdem/gern/gerne/vorerst/ubrigens/servus/gruezi/verdammt/nochmal/restlos/gefalligst/kunftig/zukunftig/freundlicherweise/wieder/erst/ja/ne/direkt/morgen/spater/irgendwie, ~dialectSo, bis jetzt/heute/dato, in zukunft, zur zeit, so schnell wie moglich, ab jetzt/sofort/heute",
  dialectSo:
    "biite/bitti/bitty/merci/amoi/amal/moi/moal/hoid/jo/no/ois/iatz/jetz/itz/jetza/glei/oafach/eifach/ma/mia/mi/mer/nomal/grod/grat/au/a/scho/eh/gell/gopf/sofurt",
  not: "nicht/nie/niemals/kein/keine/keinen/keinem/keiner/keinerlei/nix/nichts/nich/nit/ned/net/nimmer/nimma/nima/nimmermehr/nod/nid/nut/nud/numm/numme/num/kei/keini/koa/koane/koan/kane/kan/kaner/keen/keene/nischt/nicks/nicht's/nirgends/nirgendwo",
  more: "mehr/meh/mea/weiter/weiterhin/langer/wieder/nochmal/nochmals/erneut/mehr's/weiters/kunftig/zukunftig",
  /** A negation that says "no more" by itself. */
  noMore: "~not ~so? ~so? ~more, nimmer/nimma/nima/nimmermehr/numm/numme/num",
  further:
    "weitere/weiteren/weiterer/weiteres/weiterem/jegliche/jeglichen/jeglicher/kunftige/kunftigen/kunftiger/zukunftige/zukunftigen/allen/allem/samtlichen/neue/neuen/zusatzliche/zusatzlichen/irgendwelche/jede/jedes/jeden/jeder/jedwede/jedweden/jedwede",
  deny: "nicht/nie/ohne/statt/kein, ich habe/hab ~so?, hab/habe ~so?, weiss ~so? nicht ~so?, deshalb/deswegen/darum, ~like ~with?, war/bin, wenn ich/man, erfahrung ~with, mein/meine/unser/unsere chef/chefin, ich kann/konnte/spreche/rede/arbeite ~so?, wird/wurde ~so?, ~you musst/muss/brauchst/braucht ~so?, gut, gib/gebt/geben/gebts/gend/ruck/ruckt ~you? ~so? ~so? ~so?, ~my ~relative ~so? will/mochte/wurde ~so?, ich/i ~so? euch/ihnen/dir ~so?, wer kann/darf/hat/will/soll/konnte/kriegt/bekommt ~so? ~so? zu?, ~are2 du/ihr/sie/das/hier ~so? ~det?, hat/hot/het ~so?, die/er wollen/will/wollten ~so?",
  like: "gern/gerne/gut",
  with: "mit/im/in/am/beim",
  and: "und/u/oder/dann/danach",
  i: "ich/i/ick/ik/isch/man/wir",
  you: "ihr/du/sie/man/euch/dir/ihnen/ir/ier/eich/enk/eu/oich/ia",
  can: "kann/kannst/konnen/konnt/konnte/konnten/konntest/konntet/kont/konts/konnts/kennts/kannt/kan/kanst/kon/kunnt/chond/chont/chonnt/chonnd/chonted/chonntet/chan/cha/chasch/chonnted/konnens/wurde/wurden/wurdet/wurdest/wurd/wurds/darf/durft/durfte/derf/mag/magst/mogt",
  my: "mein/meine/meinen/meiner/meinem/meines/unsere/unser/all/alle/aller/allen/samtliche/samtlicher/unserer/unserem/unserm/unseren/~dialectMy",
  dialectMy: "mini/mis/mine/min/mim/minne/miini/miis/miin/mei/meim/meina/meins/meene/meen/meim/unsri/oisi",
  the: "die/der/den/das/dem/diesen/dieses/dieser/diese/ganze/ganzen/gesamte/gesamten/kompletten/komplette/de/s/d/dia",
  the2: "den/die/der/diesen/eurem/euren/ihren/dem/diese/eure/ihre/das/dieses/dem/de/d/em/am/eurer/ihrer/dieser/eira/enga",
  det: "ein/eine/einem/einer/einen/nem/ner/nen/n/ne/dem/der/den/eurem/eurer/ihrem/ihrer/eure/ihre/ihren/euren/zu/von/des/die/das/zum/zur/unserem/am/irgendeinem/irgendeiner/irgendeinen/an/ana/am/a/aner/am/em/de/emene/emne/ere/enere/eme/mene/irgend/eiem/einer/einem/deinen/deinem/deiner/dein/deine/euer/ihr",
  adj: "echt*/richtig*/real/reale/realen/realer/menschlich*/lebend*/zustandig*/verantwortlich*/wirkliche/wirklichen/wirklicher/normale/normalen/normaler/normalem/gscheit*/vernunftig*/kompetent*/leibhaftig*/naturliche/naturlichen/naturlicher/sprechenden/anstandig*",
  want: "will/mochte/mochten/mocht/mecht/mechat/moch/wott/wet/wett/wunsche/wunsch/wurde/wurd/wollte/wolte/bitte/bitten/verlang*/fordere/fordern/brauche/brauch/wollen/beantrag*/hatte/hatt/bestehe/bevorzuge/bevorzug/praferiere/ersuche/erbitte",
  relative:
    "schwester/bruder/frau/mann/freund/freundin/kollege/kollegin/mutter/vater/sohn/tochter/cousin/cousine/kumpel/bekannte/bekannter/nachbar/nachbarin",
  are2: "bist/bisch/seid/seids/sind/ist/is/isch",
};
