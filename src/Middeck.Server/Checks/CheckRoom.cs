using Middeck.Operations.Checks;
using Middeck.Operations.Home;
using Middeck.Operations.Management.Environment;

namespace Middeck.Server.Checks;

/// <summary>Opens what checks look at, from within the running platform.</summary>
internal sealed class CheckRoom(MiddeckHome home, TimeProvider clock) : ICheckRoom
{
    public Checkup Checkup => PlatformChecks.Checkup;

    public CheckScene Open(string? draft) => CheckScene.Open(
        home,
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? ""),
        MiddeckServer.KnownOptions(),
        clock,
        configuration => PlatformServices.Open(configuration, clock),
        draft);
}
