using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Middeck.Knowledge.Retrieval;

/// <summary>
/// Which entries a collection holds and of which document each is. The entries of a document are a list through an array, so
/// that a million entries cost no million objects. Safe for many readers beside one writer.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001",
    Justification = "A reader-writer lock that nobody waits for holds nothing but memory, and nobody could say when an "
        + "evicted collection is no longer in use.")]
internal sealed class CollectionEntries
{
    private const int None = -1;
    private const int BytesPerDictionaryEntry = 36;

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly Dictionary<Guid, int> _slots = [];
    private readonly Dictionary<Guid, int> _documents = [];
    private readonly List<int> _heads = [];
    private Entry[] _entries = new Entry[16];
    private int _used;
    private int _free = None;

    public long EstimatedBytes => _entries.Length * 24L
        + ((_slots.Capacity + _documents.Capacity) * (long)BytesPerDictionaryEntry)
        + (_heads.Capacity * (long)sizeof(int));

    public int Count => _slots.Count;

    /// <summary>False when the entry was there.</summary>
    public bool Add(Guid documentId, Guid id)
    {
        _gate.EnterWriteLock();
        try
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, id, out var isKnown);
            if (isKnown)
            {
                return false;
            }

            slot = TakeSlot();
            var document = DocumentOf(documentId);
            _entries[slot] = new Entry { Id = id, Document = document, Next = _heads[document] };
            _heads[document] = slot;
            return true;
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    public bool Contains(Guid id)
    {
        _gate.EnterReadLock();
        try
        {
            return _slots.ContainsKey(id);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Takes out the document's entries and returns their ids.</summary>
    public List<Guid> Remove(Guid documentId)
    {
        var removed = new List<Guid>();
        _gate.EnterWriteLock();
        try
        {
            if (_documents.TryGetValue(documentId, out var document))
            {
                for (var slot = _heads[document]; slot != None;)
                {
                    ref var entry = ref _entries[slot];
                    removed.Add(entry.Id);
                    _slots.Remove(entry.Id);
                    (slot, entry.Next, _free) = (entry.Next, _free, slot);
                }

                _heads[document] = None;
            }
        }
        finally
        {
            _gate.ExitWriteLock();
        }

        return removed;
    }

    /// <summary>Says whether an entry is of one of the documents.</summary>
    public Func<Guid, bool> OfDocuments(IReadOnlySet<Guid> documents)
    {
        bool[] wanted;
        _gate.EnterReadLock();
        try
        {
            wanted = new bool[_heads.Count];
            foreach (var id in documents)
            {
                if (_documents.TryGetValue(id, out var document))
                {
                    wanted[document] = true;
                }
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }

        return id => IsWanted(id, wanted);
    }

    private bool IsWanted(Guid id, bool[] wanted)
    {
        _gate.EnterReadLock();
        try
        {
            return _slots.TryGetValue(id, out var slot)
                && _entries[slot].Document < wanted.Length
                && wanted[_entries[slot].Document];
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private int TakeSlot()
    {
        if (_free != None)
        {
            var slot = _free;
            _free = _entries[slot].Next;
            return slot;
        }

        if (_used == _entries.Length)
        {
            Array.Resize(ref _entries, _used + (_used / 2));
        }

        return _used++;
    }

    private int DocumentOf(Guid id)
    {
        ref var document = ref CollectionsMarshal.GetValueRefOrAddDefault(_documents, id, out var isKnown);
        if (!isKnown)
        {
            document = _heads.Count;
            _heads.Add(None);
        }

        return document;
    }

    private struct Entry
    {
        public Guid Id;
        public int Document;
        public int Next;
    }
}
