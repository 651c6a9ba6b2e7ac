using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Operations.Home;

namespace Middeck.Operations.Supervision;

/// <summary>What <c>run/status.json</c> says. It is as old as the last change; whether a process lives is for the kernel to say.</summary>
/// <param name="Executable">The program that runs: another path means that another build is installed by now.</param>
/// <param name="Url">Where the platform is reached from this machine.</param>
/// <param name="Services">In the order of their start.</param>
public sealed record SupervisorStatus(string Executable, string Url, IReadOnlyList<ServiceStatus> Services)
{
    /// <summary>One service's status; null when it is not supervised.</summary>
    public ServiceStatus? Of(string service) => Services.FirstOrDefault(candidate => candidate.Name == service);

    /// <summary>Reads the home's; null when nothing was ever started there.</summary>
    public static SupervisorStatus? Read(MiddeckHome home)
        => File.Exists(PathIn(home))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(home)), SupervisionJson.Default.SupervisorStatus)
            : null;

    internal static void Forget(MiddeckHome home) => File.Delete(PathIn(home));

    internal void Write(MiddeckHome home)
        => PrivateFile.Write(PathIn(home), JsonSerializer.SerializeToUtf8Bytes(this, SupervisionJson.Default.SupervisorStatus));

    private static string PathIn(MiddeckHome home) => home.RunFile("status.json");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(SupervisorStatus))]
internal sealed partial class SupervisionJson : JsonSerializerContext;
