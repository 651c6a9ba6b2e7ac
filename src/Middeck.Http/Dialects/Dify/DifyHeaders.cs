using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Middeck.Http.Dialects.Dify;

/// <summary>The headers that Dify's answers carry.</summary>
public static class DifyHeaders
{
    /// <summary>Our own version.</summary>
    public static string Version { get; } =
        typeof(DifyHeaders).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "0.0.0";

    /// <summary>Writes the version and the kind of installation.</summary>
    public static void Write(HttpResponse response, IHostEnvironment environment)
    {
        response.Headers["X-Version"] = Version;
        response.Headers["X-Env"] = environment.IsProduction() ? "PRODUCTION" : "DEVELOPMENT";
    }
}
