using System.Reflection;

namespace Middeck.Server;

/// <summary>The platform's version, from the build.</summary>
public static class ProductVersion
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+')[0] ?? "0.0.0";
}
