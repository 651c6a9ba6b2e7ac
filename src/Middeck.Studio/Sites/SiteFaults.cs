using Middeck.Core.Errors;

namespace Middeck.Studio.Sites;

/// <summary>The refusals of public pages, in words that visitors may read.</summary>
internal static class SiteFaults
{
    public static FaultException NotFound()
        => new(Fault.NotFound("sites.not_found", "There is no page at this address. Ask for the present link."));

    public static FaultException Off() => new(Fault.NotFound("sites.off", "This page is switched off."));

    public static FaultException Expired() => new(Fault.Conflict("sites.expired", "This link has expired. Ask for a new one."));

    public static FaultException NotPublished()
        => new(Fault.Conflict("sites.not_published", "This app is not published at the moment."));

    public static FaultException NetworkRefused() => new(new Fault(
        FaultKind.Forbidden, "sites.network_refused", "This page cannot be opened from your network."));

    public static FaultException CodeNeeded() => new(new Fault(
        FaultKind.Forbidden, "sites.code_needed", "This page needs an access code."));

    public static FaultException WrongCode() => new(new Fault(
        FaultKind.Forbidden, "sites.wrong_code", "This is not the access code.", "code"));

    public static FaultException SignInNeeded()
        => new(Fault.Unauthenticated("sites.sign_in_needed", "Sign in to open this page."));

    public static FaultException NotMember() => new(new Fault(
        FaultKind.Forbidden, "sites.not_member", "You are signed in, but this page is not open to you. Ask its owner."));

    public static FaultException VisitorUnknown() => new(Fault.Unauthenticated(
        "sites.visitor_unknown", "Open the page again: this browser has not kept who you are."));

    public static FaultException IdentityRefused() => new(Fault.Unauthenticated(
        "sites.identity_refused", "The page that shows this does not vouch for you: the hash of the user's id is wrong."));

    public static FaultException TooMany(int seconds) => new(new Fault(
        FaultKind.TooMany,
        "sites.too_many",
        $"That was too much at once. Try again in {seconds} seconds.",
        Extensions: new Dictionary<string, object?> { ["retry_after_seconds"] = seconds }));

    public static FaultException TooManyToday(int seconds) => new(new Fault(
        FaultKind.TooMany,
        "sites.too_many_today",
        "Today's questions are used up. Come back tomorrow.",
        Extensions: new Dictionary<string, object?> { ["retry_after_seconds"] = seconds }));

    public static FaultException TooManyAtOnce(int most) => new(new Fault(
        FaultKind.TooMany,
        "sites.too_many_at_once",
        $"At most {most} answers at a time. Wait until one is complete.",
        Extensions: new Dictionary<string, object?> { ["retry_after_seconds"] = 5, ["most"] = most }));

    public static FaultException ShareNotFound()
        => new(Fault.NotFound("sites.share_not_found", "This conversation is not shared, or not any more."));

    public static FaultException PublishedOnly() => new(Fault.Invalid(
        "sites.published_only", "Visitors ask the published version: leave draft and model out."));

    public static FaultException NeverOn()
        => new(Fault.Conflict("sites.never_on", "The page has no address yet. Switch it on first."));

    public static FaultException CodeToSetMissing() => new(Fault.Invalid(
        "sites.code_missing", "The mode code needs an access_code.", "access_code"));

    public static FaultException NoNetwork(int index) => new(Fault.Invalid(
        "sites.invalid_networks", $"networks[{index}] is no network such as 10.0.0.0/8 or 192.0.2.7.", $"networks[{index}]"));

    public static FaultException NoOrigin(int index) => new(Fault.Invalid(
        "sites.invalid_origins",
        $"origins[{index}] is no origin such as https://example.com: a scheme and a host, no path.",
        $"origins[{index}]"));
}
