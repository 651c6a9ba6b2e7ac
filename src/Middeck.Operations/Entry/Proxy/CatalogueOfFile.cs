using System.Globalization;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>A catalogue that stands in a file.</summary>
/// <param name="path">The file; it need not exist. Empty: there is none, and nothing changes.</param>
/// <param name="load">Reads it.</param>
public sealed class CatalogueOfFile(string path, Func<ServiceCatalogue> load) : IEntryCatalogue
{
    /// <inheritdoc />
    public string Revision
    {
        get
        {
            return path.Length > 0 && new FileInfo(path) is { Exists: true } file
                ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}:{file.Length}")
                : "";
        }
    }

    /// <inheritdoc />
    public ServiceCatalogue Load() => load();
}
