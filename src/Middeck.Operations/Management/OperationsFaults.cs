using Middeck.Core.Errors;
using Middeck.Operations.Language;

namespace Middeck.Operations.Management;

/// <summary>What the operations pages refuse.</summary>
internal static class OperationsFaults
{
    public static FaultException NotSupervised() => new(Fault.Conflict(
        "operations.not_supervised",
        "The platform runs without Middeck's supervisor. Start and stop services with what started it, such as systemctl or kubectl."));

    public static FaultException ServiceNotFound(string name) => new(Fault.NotFound(
        "operations.service_not_found", $"There is no service {name}. See services.yaml."));

    public static FaultException NeededBy(IReadOnlyList<string> services) => new(new Fault(
        FaultKind.Conflict,
        "operations.needed_by",
        $"{string.Join(", ", services)} need it and run. Stop them with it, or leave it running.",
        Extensions: new Dictionary<string, object?> { ["services"] = services }));

    public static FaultException ActNotAllowed(string name) => new(Fault.Conflict(
        "operations.act_not_allowed", $"{name} cannot be stopped from here, for this page needs it. Use: middeck down."));

    public static FaultException CatalogueInvalid(Message sentence) => Told("operations.catalogue_invalid", sentence);

    public static FaultException PortNotFound(string service, string name) => new(Fault.NotFound(
        "operations.port_not_found", $"{service} has no port {name}."));

    public static FaultException NotRecorded(Message sentence) => Told("operations.not_recorded", sentence);

    public static FaultException NotReady(IReadOnlyList<CheckReportView> reports) => new(new Fault(
        FaultKind.Conflict,
        "operations.not_ready",
        "The installation is not ready for production. Repair what is critical, or switch with force.",
        Extensions: new Dictionary<string, object?> { ["reports"] = reports }));

    public static FaultException Refused(RefusedException refused) => Told("operations.refused", refused.Sentence);

    public static FaultException Invalid(string field, string detail) => new(Fault.Invalid("operations.invalid", detail, field));

    // Sentences about files and commands are made elsewhere, in both languages.
    private static FaultException Told(string code, Message sentence) => new(new Fault(
        FaultKind.Conflict,
        code,
        sentence.English,
        Extensions: new Dictionary<string, object?> { ["sentence"] = Sentence.Of(sentence) }));
}
