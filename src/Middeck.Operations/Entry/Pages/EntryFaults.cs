using Middeck.Core.Errors;

namespace Middeck.Operations.Entry.Pages;

/// <summary>What the entry refuses, for programs.</summary>
internal static class EntryFaults
{
    public static Fault ServiceDown(string service) => new(
        FaultKind.Upstream, "entry.service_down", $"The service {service} does not answer. Whoever runs this platform sees why with: middeck status.");

    public static Fault ServiceSilent(string service) => new(
        FaultKind.Timeout, "entry.service_silent", $"The service {service} did not answer in time. Try again later, or let its route allow more time.");

    public static Fault Maintenance(int seconds, string words) => new(
        FaultKind.Unavailable,
        "entry.maintenance",
        words.Length > 0 ? words : $"The platform is under maintenance. Try again in {seconds} seconds.",
        Extensions: Retry(seconds));

    public static Fault TooManyOfAddress(int seconds) => new(
        FaultKind.TooMany,
        "request.too_many",
        $"Too many requests from this address. Try again in {seconds} seconds.",
        Extensions: Retry(seconds));

    public static Fault TooManyOfUser(int seconds) => new(
        FaultKind.TooMany,
        "entry.too_many_of_user",
        $"Too many requests of this account or key. Try again in {seconds} seconds.",
        Extensions: Retry(seconds));

    public static Fault WrongNetwork(string? client) => new(
        FaultKind.Forbidden,
        "entry.wrong_network",
        $"This address is open to the networks of administrators only; you come from {client ?? "this machine"}. entry.admin_networks lists them.");

    public static Fault TooLarge(long bytes) => new(
        FaultKind.TooLarge, "request.too_large", $"The request's body is over the limit of this address, {bytes} bytes.");

    private static Dictionary<string, object?> Retry(int seconds) => new() { ["retry_after_seconds"] = seconds };
}
