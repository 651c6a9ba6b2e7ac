using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A form with a file that is kept already, and what is said about it.</summary>
internal sealed record DatasetForm(KeptFile? File, WriteDocument Data);
