package io.storeops.adapter.html;

/** The page's style. No character in it needs escaping, so that it reads the same as HTML and as XML. */
final class Stylesheet {
    private static final String RULES = """
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
            body{margin:0;padding:24px 20px 40px;background:var(--page);color:var(--ink);
            font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei",
            "Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;
            font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
            header,main,footer{max-width:1240px;margin:0 auto}
            h1,h2,h3,p,dl,dd{margin:0}
            h1{font-size:26px;line-height:1.25;font-weight:650}
            h2{font-size:17px;line-height:1.3;font-weight:650;margin:32px 0 12px}
            .en{color:var(--muted);font-weight:400;font-size:.84em}
            h2 .en,.label .en{margin-left:.25em}
            h2 .unit{color:var(--muted);font-weight:400;font-size:.84em;margin-left:.4em}
            header{display:flex;flex-wrap:wrap;gap:12px 24px;align-items:flex-end;justify-content:space-between}
            header .facts{display:flex;flex-wrap:wrap;gap:2px 20px;margin-top:6px;color:var(--muted)}
            header .facts b{color:var(--ink);font-weight:600}
            .id{font-size:.6em;font-weight:400;color:var(--muted);margin-left:.5em}
            .state{border:1.5px solid var(--muted);border-radius:999px;padding:4px 14px;background:var(--surface);
            font-weight:600}
            .state.final{border-color:var(--good)}
            .state .en{font-size:.84em}
            .grid{display:grid;gap:14px}
            .top{grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);margin-top:20px}
            .four{grid-template-columns:repeat(4,minmax(0,1fr))}
            .two{grid-template-columns:repeat(2,minmax(0,1fr))}
            .tables{grid-template-columns:repeat(auto-fill,minmax(min(100%,460px),1fr));align-items:start}
            .card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:16px 18px;min-width:0}
            .card h2,.card h3{margin:0 0 10px}
            .label{font-size:14px;font-weight:600}
            .big{font-size:40px;line-height:1.15;font-weight:650;letter-spacing:-.01em;margin-top:4px}
            .mid{font-size:23px;line-height:1.25;font-weight:650;margin-top:4px}
            .note{color:var(--muted);font-size:13px}
            .verdict{font-size:15px;font-weight:600;margin-left:10px;letter-spacing:0;white-space:nowrap}
            .good{color:var(--good)}
            .alert{color:var(--alert);font-weight:600}
            .good .en,.alert .en{color:inherit}
            .meter{display:block;width:100%;height:8px;margin:10px 0 12px}
            .facts3{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px 14px}
            .facts2{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:16px 14px}
            dt{font-size:13px;color:var(--muted)}
            dt .en{display:block;line-height:1.3}
            dd{font-weight:600;font-size:17px}
            .facts2 dd{font-size:21px}
            .chart{display:block;width:100%;height:auto}
            svg text{font-size:12.5px;fill:var(--ink);font-variant-numeric:tabular-nums}
            svg .quiet{fill:var(--muted)}
            svg .strong{font-weight:650}
            svg .halo{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
            svg .track{fill:var(--track)}
            svg .bar{fill:var(--accent)}
            svg .done{fill:var(--good)}
            svg .rule{stroke:var(--line);stroke-width:1;fill:none}
            svg .mark{stroke:var(--ink);stroke-width:2;fill:none;vector-effect:non-scaling-stroke}
            svg .hatch{stroke:var(--muted);stroke-width:1.4}
            svg .gap{stroke:var(--muted);stroke-width:1;stroke-dasharray:3 3}
            svg .span{fill:var(--surface);stroke:var(--accent);stroke-width:2}
            svg .curve{stroke:var(--accent);stroke-width:2.25;fill:none;stroke-linejoin:round}
            svg .dashed{stroke-dasharray:3 4}
            svg .aim{stroke:var(--alert);stroke-width:1.5;stroke-dasharray:7 4;fill:none}
            svg .dot{fill:var(--surface);stroke:var(--accent);stroke-width:2}
            svg .aimtext{fill:var(--alert)}
            .scroll{overflow-x:auto;max-width:100%}
            .scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            table{border-collapse:collapse;width:100%;overflow-wrap:normal;font-size:13.5px;line-height:1.35}
            caption{text-align:left;font-weight:650;font-size:15px;padding:0 0 8px;overflow-wrap:anywhere}
            .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
            .tag{display:inline-block;border:1px dashed var(--muted);border-radius:5px;padding:0 6px;margin-left:6px;
            font-weight:500;font-size:12px;color:var(--muted)}
            th,td{padding:4px 0 4px 12px;text-align:right;white-space:nowrap;vertical-align:baseline}
            th:first-child,td:first-child{padding-left:0}
            thead th{font-size:12.5px;font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--line)}
            thead .en{display:block;font-size:11.5px}
            tbody th{font-weight:400;text-align:left}
            tbody tr+tr th,tbody tr+tr td{border-top:1px solid var(--line)}
            tbody th .no{display:inline-block;min-width:1.5em;margin-right:.5em;font-weight:600}
            tbody th .when{color:var(--muted)}
            tbody tr.last th,tbody tr.last td,tbody tr.last .when{font-weight:700;color:var(--ink)}
            tfoot th,tfoot td{border-top:2px solid var(--muted);font-weight:700;padding-top:6px}
            tfoot th{text-align:left}
            .missing{border-bottom:1.5px dashed var(--muted);color:var(--alert);font-weight:600;padding:0 3px}
            .ahead{color:var(--muted)}
            .mark{font-size:11px;border:1px solid var(--alert);color:var(--alert);border-radius:4px;padding:0 3px;
            margin-right:5px}
            tr.together th,tr.together td{background:var(--track)}
            tr.together th{padding-left:6px}
            table.left th,table.left td{text-align:left}
            table.left .number{text-align:right}
            table.left .wrap{white-space:normal;min-width:9em}
            .legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:-4px 0 12px;color:var(--muted);font-size:13px}
            .document h1,.document p{overflow-wrap:anywhere}
            .document p,.document .fields,.document .card,.document figure{margin:12px 0 0}
            .document p{max-width:72ch}
            .fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,190px),1fr));gap:12px 18px}
            .fields dd{min-width:0;overflow-wrap:anywhere}
            figcaption{font-weight:650;font-size:15px;margin-bottom:8px;overflow-wrap:anywhere}
            figure .chart{max-width:640px}
            figure img{display:block;max-width:100%;height:auto}
            .absent{border:1px dashed var(--muted);border-radius:8px;padding:10px 14px}
            .sheet th,.sheet td{text-align:left}
            .sheet .number{text-align:right}
            .sheet .words{white-space:normal;overflow-wrap:anywhere;min-width:6em;max-width:26em}
            .emphasised th,.emphasised td{background:var(--track)}
            .emphasised th{border-left:3px solid var(--accent);padding-left:6px}
            .sheet td.words{min-width:11em}
            strong{font-weight:700}
            footer{margin-top:28px;color:var(--muted);font-size:13px}
            @media (max-width:900px){.top,.two{grid-template-columns:minmax(0,1fr)}
            .four{grid-template-columns:repeat(2,minmax(0,1fr))}}
            @media (max-width:560px){body{padding:16px 10px 28px}.card{padding:13px 12px}h1{font-size:22px}.big{font-size:34px}
            .verdict{display:block;margin:2px 0 0}.facts3{grid-template-columns:minmax(0,1fr)}
            .facts3 div{display:flex;justify-content:space-between;gap:10px;align-items:baseline}dt .en{display:inline}
            .facts2 dt .en{display:block}.facts2 dd{font-size:18px}svg text{font-size:16px}
            .card{padding:13px 11px}table{font-size:12px}th,td{padding-left:6px}thead th{font-size:11.5px}
            thead .en{font-size:10px}.numbers tbody .en{display:none}.numbers thead th{white-space:normal;min-width:3.1em}
            tbody th .no{min-width:1.2em;margin-right:.2em}tbody th,thead th:first-child,tfoot th{position:sticky;left:0;
            background:var(--surface);background-clip:padding-box}.left th+td,.left td+td,.left th+th,
            .sheet th+td,.sheet td+td,.sheet th+th{padding-left:12px}.sheet th.words:first-child{min-width:5em;max-width:38vw}
            .emphasised th:first-child{background:var(--track)}}
            @page{margin:12mm}
            @media print{body{padding:0;font-size:11px;background:none}.card{break-inside:avoid;border-color:var(--muted)}
            .scroll{overflow:visible}
            .document .card{break-inside:auto}.document tr,.document figure{break-inside:avoid}.sheet th.words,.sheet td.words{min-width:0}.sheet thead .number{white-space:normal}h2{break-after:avoid;margin-top:18px}table{font-size:9.5px}th,td{padding:3px 0 3px 7px}thead th{font-size:9px}thead .en{font-size:8px}
            caption{font-size:12px}h1{font-size:20px}h2{font-size:13px}.big{font-size:28px}.mid{font-size:17px}
            .card{padding:10px 12px}.mark,.tag,.missing{font-size:9px}
            .two,.top{grid-template-columns:repeat(2,minmax(0,1fr))}dd{font-size:12px}.facts2 dd{font-size:15px}
            .tables{display:flex;flex-wrap:wrap}.tables .card{flex:1 1 calc(50% - 14px);min-width:min-content}
            .meter,.chart{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
            """;

    private Stylesheet() {}

    /** The rules, light unless a screen prefers dark; paper is always light. */
    static String text() {
        return "\n:root{color-scheme:light dark}\n" + Palette.properties(false)
                + "\n@media screen and (prefers-color-scheme:dark){" + Palette.properties(true) + "}\n" + RULES;
    }
}
