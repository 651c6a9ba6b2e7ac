using System.Globalization;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>A catalogue that stands in a file.</summary>
/// <param name="path">The file; it need not exist.</param>
/// <param name="load">Reads it.</param>
public sealed class CatalogueOfFile(string path, Func<ServiceCatalogue> load) : IEntryCatalogue
{
    /// <inheritdoc />
    public string Revision
    {
        get
        {
            var file = new FileInfo(path);
            return file.Exists
                ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks}:{file.Length}")
                : "";
        }
    }

    /// <inheritdoc />
    public ServiceCatalogue Load() => load();
}
