"""The headers that keep the browser with this server."""

from app import FRAMEWORK_PAGE
from components.server.headers import inline_script_hashes, security_headers


def test_the_hash_is_that_of_the_script() -> None:
    # The example of the CSP specification, level 2.
    html = "<script>alert('Hello, world.');</script>"
    assert inline_script_hashes(html) == ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]


def test_every_inline_script_of_the_installed_page_is_allowed_and_no_other() -> None:
    html = FRAMEWORK_PAGE.read_text(encoding="utf-8")
    policy = security_headers(html)["content-security-policy"]
    assert html.count("<script>") == len(inline_script_hashes(html)) == policy.count("'sha256-")
    assert "'unsafe-eval'" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
