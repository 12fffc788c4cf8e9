#include "report/html_style.hpp"

namespace unbake::report {

std::string_view page_style() {
  return R"css(
:root{color-scheme:light dark;--back:#f7f7f5;--card:#fff;--text:#1d2026;--faint:#5f6673;--line:#dfe1e6;--bar:#3b6fd4;
--old:#fde3e1;--old-text:#8c1d18;--new:#dcf3e1;--new-text:#14572a;--focus:#3b6fd4}
@media (prefers-color-scheme:dark){:root{--back:#15171b;--card:#1e2127;--text:#e6e8ec;--faint:#9aa2b1;--line:#333842;
--bar:#6f9bf2;--old:#4d2020;--old-text:#ffc9c4;--new:#1b4027;--new-text:#b8f0c6;--focus:#8fb3ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:24px;margin:0 0 4px}h2{font-size:16px;margin:0 0 12px}
.sub{color:var(--faint);margin:0 0 24px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-bottom:16px}
.card,.panel,details{background:var(--card);border:1px solid var(--line);border-radius:10px}
.card{padding:14px 16px}.card b{display:block;font-size:26px;line-height:1.2;font-variant-numeric:tabular-nums}
.card span{color:var(--faint)}
.panel{padding:16px;margin-bottom:16px}
.kind{display:grid;grid-template-columns:minmax(160px,2fr) 5fr 64px;gap:12px;align-items:center;width:100%;padding:4px 6px;
border:0;border-radius:6px;background:none;color:inherit;font:inherit;text-align:left;cursor:pointer}
.kind:hover{background:var(--back)}.kind[aria-pressed=true]{background:var(--back);box-shadow:inset 0 0 0 2px var(--focus)}
.kind code{overflow-wrap:anywhere}.track{display:block;height:14px;border-radius:4px;background:var(--back)}
.track i{display:block;height:100%;min-width:3px;border-radius:4px;background:var(--bar)}
.kind .count{text-align:right;font-variant-numeric:tabular-nums}
.tools{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;gap:12px;align-items:center;padding:12px 0;
background:var(--back)}
input[type=search]{flex:1 1 240px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);
color:inherit;font:inherit}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
#shown{color:var(--faint)}
details{margin-bottom:12px}summary{padding:10px 16px;cursor:pointer;font-weight:600;overflow-wrap:anywhere}
summary .count{color:var(--faint);font-weight:400}
.change{border-top:1px solid var(--line);padding:10px 16px}
.about{display:flex;flex-wrap:wrap;gap:4px 14px;color:var(--faint);font-size:13px}
.about code{color:inherit}
code,.side{font-family:ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;font-size:13px}
.side{display:grid;grid-template-columns:16px 1fr;margin-top:4px;border-radius:6px;padding:2px 8px;white-space:pre-wrap;
overflow-wrap:anywhere}
.side::before{color:var(--faint)}.before::before{content:"\2212"}.after::before{content:"+"}
mark{border-radius:3px;padding:0 1px;font-weight:600}
.before mark{background:var(--old);color:var(--old-text)}.after mark{background:var(--new);color:var(--new-text)}
.note{color:var(--faint)}[hidden]{display:none!important}
@media print{.tools{display:none}}
)css";
}

std::string_view page_script() {
  return R"js(
(function () {
  var search = document.getElementById("search"), shown = document.getElementById("shown"), kind = "";
  var kinds = Array.from(document.querySelectorAll(".kind"));
  var files = Array.from(document.querySelectorAll("details"));
  document.querySelector(".tools").hidden = false;
  function update() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean), count = 0;
    files.forEach(function (file) {
      var name = file.dataset.file.toLowerCase(), left = 0;
      file.querySelectorAll(".change").forEach(function (change) {
        var text = name + " " + change.textContent.toLowerCase();
        var fits = (!kind || change.dataset.kind === kind) && words.every(function (w) { return text.includes(w); });
        change.hidden = !fits;
        left += fits ? Number(change.dataset.count) : 0;
      });
      file.hidden = left === 0;
      count += left;
    });
    shown.textContent = count + " shown";
  }
  kinds.forEach(function (button) {
    button.addEventListener("click", function () {
      kind = kind === button.dataset.kind ? "" : button.dataset.kind;
      kinds.forEach(function (b) { b.setAttribute("aria-pressed", String(b.dataset.kind === kind && kind !== "")); });
      update();
    });
  });
  search.addEventListener("input", update);
  update();
})();
)js";
}

}  // namespace unbake::report
