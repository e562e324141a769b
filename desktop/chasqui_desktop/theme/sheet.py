"""The style sheet, built from tokens: what plain Qt widgets need; painted widgets read the tokens themselves.

A border of 2 px grows a control, so each rule takes its border off the height and the padding:
nothing moves when a field gets the focus or a problem.
"""

from __future__ import annotations

from chasqui_desktop.theme.tokens import Tokens

LABELS = {
    # role: (px, weight, colour) at 100 %
    "number": (30, "title", "text"),
    "welcome": (30, "title", "text"),
    "title": (22, "title", "text"),
    "card": (17, "title", "text"),
    "head": (14, "strong", "text"),
    "notice": (20, "normal", "text"),
    "shown": (26, "normal", "text"),
    "value": (14, "control", "text"),
    "body": (15, "normal", "text"),
    "lead": (16, "normal", "text2"),
    "label": (14, "strong", "text"),
    "second": (14, "normal", "text2"),
    "hint": (13, "normal", "text3"),
    "small": (12, "normal", "text2"),
}

TONES = {"ok": "ok", "warn": "warn_text", "bad": "bad", "primary": "primary", "quiet": "text3", "second": "text2"}


def qss(tokens: Tokens, scale: int, control: int) -> str:
    """The application's sheet at ``scale`` percent, with controls ``control`` px high before scaling."""
    parts = (_base, _labels, _edits, _frames, _tables, _bars)
    return "\n".join(part(tokens, scale / 100, control) for part in parts)


def _base(t: Tokens, k: float, control: int) -> str:
    return f"""
    QMainWindow, QWidget[ground="canvas"] {{ background: {t.canvas}; }}
    QWidget[ground="surface"] {{ background: {t.surface}; }}
    QWidget[ground="inset"] {{ background: {t.inset}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QToolTip {{ background: {t.toast}; color: {t.toast_text}; border: none; padding: {round(6 * k)}px; }}
    QFrame[line="true"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[line="upright"] {{ background: {t.line}; border: none; max-width: 1px; min-width: 1px; }}
    """


def _labels(t: Tokens, k: float, control: int) -> str:
    rules = [f"QLabel {{ color: {t.text}; background: transparent; }}"]
    for role, (px, weight, colour) in LABELS.items():
        rules.append(
            f'QLabel[role="{role}"] {{ font-size: {round(px * k)}px; font-weight: {getattr(t, weight)};'
            f" color: {getattr(t, colour)}; }}"
        )
    for tone, colour in TONES.items():
        rules.append(f'QLabel[tone="{tone}"] {{ color: {getattr(t, colour)}; }}')
    rules.append(f'QLabel[strong="true"] {{ font-weight: {t.strong}; }}')
    return "\n".join(rules)


def _edits(t: Tokens, k: float, control: int) -> str:
    def sized(border: int) -> str:
        height, side = round(control * k) - 2 * border, round(13 * k) - border
        return f"border-width: {border}px; min-height: {height}px; max-height: {height}px; padding: 0 {side}px;"

    def boxed(border: int) -> str:
        return f"border-width: {border}px; padding: {round(8 * k) - border}px {round(11 * k) - border}px;"

    radius = round(8 * k)
    rules = f"""
    QLineEdit, QPlainTextEdit {{
        border-style: solid; border-color: {t.ctl}; border-radius: {radius}px;
        background: {t.surface}; color: {t.text}; font-size: {round(16 * k)}px; font-weight: {t.control};
        placeholder-text-color: {t.text3};
        selection-background-color: {t.primary}; selection-color: {t.on_primary};
    }}
    QLineEdit {{ {sized(t.edge)} }}
    QPlainTextEdit {{ {boxed(t.edge)} }}
    """
    for state, edge, ground in (
        (":focus", t.primary, t.surface),
        ('[state="warn"]', t.warn_line, t.surface),
        ('[state="bad"]', t.bad, t.bad_soft),
    ):
        look = f"border-color: {edge}; background: {ground};"
        rules += f"QLineEdit{state} {{ {look} {sized(2)} }}\nQPlainTextEdit{state} {{ {look} {boxed(2)} }}\n"
    for state, border in (("", t.edge), (":focus", 2), ('[state="warn"]', 2), ('[state="bad"]', 2)):
        tall = round(48 * k) - 2 * border
        rules += f'QLineEdit[tall="true"]{state} {{ min-height: {tall}px; max-height: {tall}px; }}\n'
    return rules


def _frames(t: Tokens, k: float, control: int) -> str:
    card, box, edge = round(12 * k), round(10 * k), t.edge
    rules = []
    for name, ground, border, width, radius in (
        ("plain", t.surface, t.border, edge, card),
        ("inset", t.inset, t.line, edge, box),
        ("chosen", t.soft, t.primary, 2, box),
        ("soft", t.soft, t.primary if t.outlined else t.soft, edge, box),
        ("ok", t.ok_soft, t.ok, edge, box),
        ("warn", t.warn_soft, t.warn_line, edge, box),
        ("bad", t.bad_soft, t.bad, edge, box),
    ):
        rules.append(
            f'QFrame[card="{name}"] {{ background: {ground}; border: {width}px solid {border};'
            f" border-radius: {radius}px; }}"
        )
    rules.append(
        f'QFrame[bar="top"] {{ background: {t.surface}; border: none; border-bottom: {edge}px solid {t.border}; }}'
    )
    rules.append(
        f'QFrame[bar="foot"] {{ background: {t.surface}; border: none; border-top: {edge}px solid {t.border}; }}'
    )
    rules.append(f'QFrame[bar="rail"] {{ background: {t.rail}; border: none; }}')
    rules.append(f'QFrame[card="toast"] {{ background: {t.toast}; border: none; border-radius: {box}px; }}')
    rules.append(f'QFrame[card="toast"] QLabel {{ color: {t.toast_text}; }}')
    return "\n".join(rules)


def _tables(t: Tokens, k: float, control: int) -> str:
    return f"""
    QAbstractItemView {{
        background: {t.surface}; color: {t.text}; border: none; outline: none;
        selection-background-color: {t.soft}; selection-color: {t.text};
    }}
    QHeaderView {{ background: {t.inset}; border: none; }}
    QHeaderView::section {{
        background: {t.inset}; color: {t.text2}; border: none; border-bottom: 1px solid {t.border};
        padding: 0 {round(10 * k)}px; font-size: {round(13.5 * k)}px; font-weight: {t.strong};
    }}
    """


def _bars(t: Tokens, k: float, control: int) -> str:
    thick = round(14 * k)
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {thick}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 0; }}
    QScrollBar::handle:vertical {{
        background: {t.ctl}; border-radius: {round(3 * k)}px; min-height: {round(36 * k)}px;
        margin: 2px {round(3 * k)}px;
    }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenu {{
        background: {t.surface}; color: {t.text}; border: {t.edge}px solid {t.border}; padding: {round(6 * k)}px;
    }}
    QMenu::item {{ padding: {round(8 * k)}px {round(14 * k)}px; border-radius: {round(6 * k)}px; }}
    QMenu::item:selected {{ background: {t.soft}; color: {t.soft_text}; }}
    """
