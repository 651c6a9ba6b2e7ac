using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>Where the entry learns which services there are.</summary>
public interface IEntryCatalogue
{
    /// <summary>Changes whenever what <see cref="Load"/> answers may have changed; asked every two seconds.</summary>
    string Revision { get; }

    /// <summary>The services as they are now.</summary>
    /// <exception cref="RefusedException">The catalogue is not valid; the sentence says where.</exception>
    ServiceCatalogue Load();
}
