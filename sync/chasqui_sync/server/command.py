"""``chasqui-server``: what an operator types."""

from __future__ import annotations

import io
import ipaddress
import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import click
import segno

from chasqui_sync import wire
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.spoken import heard_device
from chasqui_sync.server import audit, caseloads, certificates, desk, devices, durable, fingerprints, retrying, serving
from chasqui_sync.server.app import build_app
from chasqui_sync.server.audit_command import show_audit, show_views
from chasqui_sync.server.certificates import Shown, find_shown
from chasqui_sync.server.erase_command import erase, erased, prove
from chasqui_sync.server.logs import log, start_logs
from chasqui_sync.server.person_command import person
from chasqui_sync.server.place import Place, login_name, now, placed
from chasqui_sync.server.private_keys import (
    RECOVERY_KEY,
    ask_new_phrase,
    give_protection_keys,
    make_recovery_key,
    open_recovery,
)
from chasqui_sync.server.quarantine_command import quarantine
from chasqui_sync.server.reference import operations_for, read_reference
from chasqui_sync.server.users_command import users


@click.group()
def main() -> None:
    """Headquarters of Chasqui: takes registrations in and gives receipts for them."""
    start_logs()


for each in (users, quarantine, show_audit, show_views, person, erase, erased, prove):
    main.add_command(each)


@main.command()
@click.option("--phrase", "is_under_phrase", is_flag=True, help="Ask for a phrase to keep the recovery key under.")
@placed
def init(place: Place, *, is_under_phrase: bool) -> None:
    """Make this node's keys, its epoch and the tables; harmless where they are."""
    store = place.storage(new=True)
    if not store.here.recovery_key:
        file, public = make_recovery_key(place.folder, ask_new_phrase() if is_under_phrase else None)
        store.give_recovery_key(public)
        click.echo(f"Take {file.name} off this machine: it opens laptops whose phrase was forgotten.", err=True)
    click.echo(json.dumps({"node": store.here.key.id, "epoch": store.here.epoch}))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--sample", is_flag=True, help="Load the made-up edition, points and people that come along.")
@click.option("--protection-keys", is_flag=True, help="Make the key support answers are sealed to, under a phrase.")
@placed
def load(place: Place, file: Path | None, *, sample: bool, protection_keys: bool) -> None:
    """Load editions, outreach points, partners and staff from FILE, or correct what was loaded before."""
    if sample == (file is not None):
        raise click.UsageError("Give a FILE, or --sample.")
    data = (files("chasqui_sync.server") / "sample.json").read_bytes() if file is None else file.read_bytes()
    store = place.storage()
    try:
        wanted = read_reference(data)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    if sample or protection_keys:
        # made-up people's key may lie in clear
        give_protection_keys(wanted, place.folder, ask_new_phrase() if protection_keys else None)
    with store.database.reading() as connection:
        found = {each.id: desk.find_state(connection, each.id) for each in wanted}
    operations = list(operations_for(wanted, found.get, store.here.key.id, now()))
    verdicts = store.write(operations).verdicts if operations else []
    if verdicts:
        raise click.ClickException(f"{len(verdicts)} records were refused: {verdicts}")
    click.echo(json.dumps({"loaded": len(wanted), "written": len(operations)}))


@main.command()
@click.option("--staff", "name_or_id", required=True, help="Name or record id of the person.")
@click.option("--minutes", default=10.0, show_default=True, type=click.FloatRange(min=0, max=1440))
@click.option(
    "--address", envvar="CHASQUI_SERVER_ADDRESS", help="HOST:PORT as laptops reach it: prints a whole invitation."
)
@click.option("--wait", is_flag=True, help="Stay until the code was used, and print the words that laptop shows.")
@placed
def enrol(place: Place, name_or_id: str, minutes: float, address: str | None, *, wait: bool) -> None:
    """Print a one-time code for one person's laptop, or with --address a whole invitation, also as a QR code.

    With --wait six words follow once it was used. Whoever sits before the laptop reads out hers: if they are others,
    somebody stands in between. Then revoke the laptop that is named.
    """
    store = place.storage()
    with store.database.reading() as connection:
        people = desk.find_staff(connection, name_or_id)
    if len(people) != 1:
        raise click.ClickException(f"{len(people)} people of that name. Give the id of one who is loaded.")
    code = store.offer_code(people[0], minutes)
    with store.database.writing() as connection:
        audit.note(connection, audit.Entry(now(), login_name(), "enrol", people[0].staff, ""))
    click.echo(code if address is None else _invitation(place.folder, address, code))
    click.echo(f"Good for {minutes:g} minutes and one laptop.", err=True)
    if wait:
        fingerprints.wait_for(store, code, minutes)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, envvar="CHASQUI_SERVER_HOST")
@click.option("--port", default=0, type=click.IntRange(0, 65535), envvar="CHASQUI_SERVER_PORT", help="0: any free one.")
@placed
def serve(place: Place, host: str, port: int) -> None:
    """Serve until stopped; the address is printed as one JSON line."""
    shown = find_shown(place.folder)
    if shown is None and not _is_loopback(host):
        raise click.ClickException("Plain HTTP is served on this machine alone. Run chasqui-server certify first.")
    store = place.storage()
    retried = retrying.retry(store)
    if retried.folded:
        log.info("retried", folded=retried.folded)
    listener = serving.listening(host, port)
    port = listener.getsockname()[1]
    click.echo(json.dumps({"event": "listening", "host": host, "port": port, **_address(shown, host, port)}))
    with caseloads.looked_through(store):
        serving.serve(build_app(store), listener, shown.file if shown is not None else None)
    store.database.close()


@main.command()
@click.option("--name", "names", multiple=True, required=True, help="A name or address laptops ask for; repeatable.")
@placed
def certify(place: Place, names: tuple[str, ...]) -> None:
    """Make the server's certificate, and first of all the authority that laptops will know by its pin."""
    try:
        shown = certificates.certify(place.folder, list(names), datetime.now(UTC))
    except FileNotFoundError as error:
        raise click.ClickException("authority.pem is gone. Put it back: laptops trust no other.") from error
    except ValueError as error:
        raise click.ClickException(f"That is no name for a server: {error}") from error
    told = {"names": shown.names, "pin": shown.pin, "expires": shown.expires.isoformat()}
    click.echo(json.dumps(told))


@main.command()
@placed
def status(place: Place) -> None:
    """Count records, devices, what is in quarantine and forks; no personal data."""
    store = place.storage()
    with store.database.reading() as connection:
        told = {"node": store.here.key.id, "epoch": store.here.epoch, **desk.standing(connection)}
    click.echo(json.dumps(told, indent=2))


@main.command("devices")
@click.option("--words", is_flag=True, help="Also the six words that each has shown when it was enrolled.")
@placed
def list_devices(place: Place, *, words: bool) -> None:
    """List the laptops: whose, what they may do, when they were last heard; one JSON line each."""
    store = place.storage()
    with store.database.reading() as connection:
        for laptop in desk.laptops(connection):
            told = laptop._asdict()
            if words:
                told["words"] = fingerprints.words_of(connection, store.here, laptop.name)
            click.echo(json.dumps(told, ensure_ascii=False))


@main.command()
@click.argument("device")
@placed
def revoke(place: Place, device: str) -> None:
    """Revoke the laptop DEVICE: it reads nothing more, what it still sends is kept apart."""
    with place.storage().database.writing() as connection:
        if not devices.revoke(connection, device):
            raise click.ClickException("There is no laptop of that name. See chasqui-server devices.")
        audit.note(connection, audit.Entry(now(), login_name(), "revoke", device, ""))
    log.warning("revoked", device=device)
    click.echo(json.dumps({"revoked": device}))


@main.command()
@click.argument("code")
@click.option(
    "--key",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The private recovery key; where init left it by default.",
)
@placed
def recover(place: Place, code: str, file: Path | None) -> None:
    """Print what opens the laptop that CODE names, for somebody who forgot the phrase.

    CODE is what the person reads from the laptop. Make sure that you know who is calling; then read out the answer.
    """
    device = heard_device(code)
    if device is None:
        raise click.ClickException("A letter is missing or wrong. Let it be read out once more.")
    store = place.storage()
    with store.database.reading() as connection:
        known = desk.find_recovery(connection, device)
    try:
        answer = open_recovery(device, known, file or place.folder / RECOVERY_KEY)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    with store.database.writing() as connection:
        # before it is seen: an answer that was read out stands in the trail
        audit.note(connection, audit.Entry(now(), login_name(), "recover", device, ""))
    log.warning("recovered", device=device)
    click.echo(answer)
    click.echo(f"For {known.person if known else ''}. It is good until the laptop has been in contact again.", err=True)


@main.command()
@placed
def restored(place: Place) -> None:
    """Say, before serving again, that the database was put back from a backup: laptops then send what it lacks."""
    store = place.storage()
    here = store.restored()
    with store.database.writing() as connection:
        audit.note(connection, audit.Entry(now(), login_name(), "restored", here.epoch, ""))
    log.warning("restored", epoch=here.epoch)
    click.echo(json.dumps({"epoch": here.epoch}))


@main.command("durable")
@click.option("--mark", is_flag=True, help="Before the backup: print what to pass to --upto after it.")
@click.option("--upto", metavar="MARK", help="After the backup is safe: what --mark printed, or now.")
@placed
def say_durable(place: Place, upto: str | None, *, mark: bool) -> None:
    """Say that all up to MARK is in a backup that is safe: laptops then need not keep it for ever.

    "now" is right only where nothing can have come since the backup began, as with the server stopped.
    """
    if mark == (upto is not None):
        raise click.UsageError("Give --mark before the backup, --upto after it.")
    store = place.storage()
    if mark:
        with store.database.reading() as connection:
            click.echo(durable.mark(connection))
        return
    with store.database.writing() as connection:
        standing = durable.declare(connection, str(upto), now())
    if standing is None:
        raise click.ClickException("That mark is not of this database, or it was put back since. Back up again.")
    log.info("durable", **standing._asdict())
    click.echo(json.dumps(standing._asdict()))


@main.command()
@click.argument("code")
@placed
def show(place: Place, code: str) -> None:
    """Print the record with a registration CODE as headquarters holds it; that it was asked is logged."""
    normal = normal_code(code)
    if normal is None:
        raise click.ClickException("That is no registration code: one of its letters is wrong.")
    store = place.storage()
    with store.database.reading() as connection:
        kept = desk.find_by_code(connection, normal)
    log.info("shown", found=kept is not None, record=kept.state.id if kept else None)
    if kept is None:
        raise click.ClickException("No record with that code has arrived.")
    told = {
        "record": kept.state.id,
        "kind": kept.state.kind,
        "scope": kept.state.scope,
        "fields": kept.state.fields,
        "position": kept.state.at,
        "device": kept.device,
        "incarnation": kept.incarnation,
        "seq": kept.seq,
        "receipt": json.loads(wire.encode(kept.receipt)) if kept.receipt is not None else None,
    }
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


def _invitation(folder: Path, address: str, code: str) -> str:
    """Write what the office sends, in its language: address with the authority's pin, and the code, last."""
    shown = find_shown(folder)
    if shown is None:
        raise click.ClickException("Laptops elsewhere need a certificate to trust. Run chasqui-server certify first.")
    bare = address.partition("//")[2] or address
    text = f"Dirección: https://{bare}#{shown.pin}\nCódigo: {code}"
    drawn = io.StringIO()
    segno.make(text, error="m").terminal(drawn, compact=True)
    return f"{text}\n\n{drawn.getvalue()}"


def _address(shown: Shown | None, host: str, port: int) -> dict[str, str]:
    """Say where laptops ask; with a certificate also by which pin they know it, and until when it is good."""
    if shown is None:
        return {"address": f"http://{f'[{host}]' if ':' in host else host}:{port}"}
    name = host if host in shown.names else shown.names[0]
    whole = f"https://{f'[{name}]' if ':' in name else name}:{port}#{shown.pin}"
    return {"address": whole, "pin": shown.pin, "expires": shown.expires.isoformat()}


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    main()
