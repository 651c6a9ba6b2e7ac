using System.Net;
using Middeck.Operations.Home;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Postgres;

/// <summary>Chooses the private cluster's port: last time's when it is or becomes free, else the first free one from 7432.</summary>
internal static class PostgresPort
{
    public const int First = 7432;

    // What is left of a killed server holds its port for a moment, and whoever is connected would not find another.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<int> ChooseAsync(MiddeckHome home, CancellationToken cancellationToken)
    {
        if (PostgresRecord.Read(home) is { Port: var last })
        {
            for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
            {
                if (PortProbe.IsFree(IPAddress.Loopback, last))
                {
                    return last;
                }

                await Task.Delay(Pause, cancellationToken);
            }
        }

        return PortProbe.FirstFree(IPAddress.Loopback, First)
            ?? throw new RefusedException(ExitCode.StartFailed, PostgresMessages.NoPort());
    }
}
